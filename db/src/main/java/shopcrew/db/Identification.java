package shopcrew.db;

import java.util.Optional;

/// Who a customer is, by what only they would have at hand: an order number and the last four
// digits of its phone.
public final class Identification {

  private final Database database;
  private final String shop;

  Identification(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// The customer id behind the order when both fit; empty otherwise, without saying which part was
  // wrong.
  public Optional<String> verify(String orderId, String phoneLast4) {
    if (!phoneLast4.matches("\\d{4}")) {
      return Optional.empty();
    }
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT o.customer_id FROM orders o
                    LEFT JOIN customers c ON c.shop = o.shop AND c.id = o.customer_id
                    WHERE o.shop = :shop AND UPPER(o.id) = UPPER(:id) AND o.customer_id <> ''
                      AND (o.receiver_phone LIKE '%' || :last4 OR c.phone LIKE '%' || :last4)
                    """)
                .bind("shop", shop)
                .bind("id", orderId.strip())
                .bind("last4", phoneLast4)
                .mapTo(String.class)
                .findOne());
  }
}
