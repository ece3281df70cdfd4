package shopcrew.db;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What customers asked for in a chat. Goods that are asked for are held: nobody else is told that
/// they are there, until an owner has decided or the time is over.
public final class DraftOrders {
  /// Of one conversation at the same time, so that nobody can empty the shelf for others.
  private static final int MOST_OPEN = 3;

  private static final int MOST_AT_ONCE = 100;

  private final Database database;
  private final String shop;

  public DraftOrders(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public enum State {
    ASKED,
    ACCEPTED,
    DECLINED,
    LAPSED
  }

  /// @param conversation in which it was asked for
  public record Asked(int number, String conversation, State state, DraftOrder order) {}

  /// Holds the goods and gives the draft's number; the number it had if the same cause asked
  /// before.
  /// Empty: not all of it is there any more, or too much is held for this conversation already.
  public OptionalInt ask(
      String conversation, @Nullable String customer, DraftOrder order, String cause, Instant now) {
    return database.write(
        h -> {
          var known =
              h.createQuery("SELECT number FROM draft_orders WHERE shop = :shop AND cause = :cause")
                  .bind("shop", shop)
                  .bind("cause", cause)
                  .mapTo(Integer.class)
                  .findOne();
          if (known.isPresent()) return OptionalInt.of(known.get());
          if (open(h, conversation) >= MOST_OPEN || !there(order)) return OptionalInt.empty();
          return OptionalInt.of(add(h, conversation, customer, order, cause, now));
        });
  }

  public Optional<Asked> find(int number) {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM draft_orders WHERE shop = :shop AND number = :number")
                .bind("shop", shop)
                .bind("number", number)
                .map(Row.to(row -> asked(h, row)))
                .findOne());
  }

  /// What nobody has decided on in time, the oldest first.
  public List<Asked> over(Instant now) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT * FROM draft_orders
                    WHERE shop = :shop AND state = 'asked' AND held_until <= :now
                    ORDER BY number LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("now", now.toEpochMilli())
                .bind("most", MOST_AT_ONCE)
                .map(Row.to(row -> asked(h, row)))
                .list());
  }

  /// True for the one who decides it; false if it was decided before.
  public boolean decide(int number, State state, String by, Instant now) {
    return database.write(
        h ->
            h.createUpdate(
                        """
                        UPDATE draft_orders SET state = :state, decided_by = :by, decided_at = :now
                        WHERE shop = :shop AND number = :number AND state = 'asked'\
                        """)
                    .bind("state", word(state))
                    .bind("by", by)
                    .bind("now", now.toEpochMilli())
                    .bind("shop", shop)
                    .bind("number", number)
                    .execute()
                == 1);
  }

  private int open(Handle h, String conversation) {
    return h.createQuery(
            """
            SELECT COUNT(*) FROM draft_orders
            WHERE shop = :shop AND conversation = :conversation AND state = 'asked'\
            """)
        .bind("shop", shop)
        .bind("conversation", conversation)
        .mapTo(Integer.class)
        .one();
  }

  private boolean there(DraftOrder order) {
    var catalogue = new Catalogue(database, shop);
    return order.lines().stream()
        .allMatch(line -> catalogue.available(line.sku()) >= wanted(order, line.sku()));
  }

  /// How many of one article all lines together want.
  public static int wanted(DraftOrder order, String sku) {
    return order.lines().stream()
        .filter(line -> line.sku().equals(sku))
        .mapToInt(DraftOrder.Line::qty)
        .sum();
  }

  private int add(
      Handle h,
      String conversation,
      @Nullable String customer,
      DraftOrder order,
      String cause,
      Instant now) {
    int number =
        h.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM draft_orders WHERE shop = :shop")
            .bind("shop", shop)
            .mapTo(Integer.class)
            .one();
    Money shipping = order.shipping();
    h.createUpdate(
            """
            INSERT INTO draft_orders
              (shop, number, conversation, customer, cause, currency, items, shipping, payment,
               state, created_at, held_until)
            VALUES (:shop, :number, :conversation, :customer, :cause, :currency, :items, :shipping,
               :payment, 'asked', :now, :until)\
            """)
        .bind("shop", shop)
        .bind("number", number)
        .bind("conversation", conversation)
        .bind("customer", customer)
        .bind("cause", cause)
        .bind("currency", order.items().currency())
        .bind("items", order.items().minor())
        .bind("shipping", shipping == null ? null : (Long) shipping.minor())
        .bind("payment", order.payment())
        .bind("now", now.toEpochMilli())
        .bind("until", order.heldUntil().toEpochMilli())
        .execute();
    for (int i = 0; i < order.lines().size(); i++) {
      DraftOrder.Line line = order.lines().get(i);
      h.execute(
          "INSERT INTO draft_order_lines (shop, number, line_no, sku, variant, qty, unit_price)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          shop,
          number,
          i + 1,
          line.sku(),
          line.variant(),
          line.qty(),
          line.price().minor());
    }
    return number;
  }

  private Asked asked(Handle h, Row row) throws SQLException {
    int number = row.count("number");
    String currency = row.text("currency");
    List<DraftOrder.Line> lines = new ArrayList<>();
    h.createQuery(
            """
            SELECT * FROM draft_order_lines WHERE shop = :shop AND number = :number ORDER BY line_no\
            """)
        .bind("shop", shop)
        .bind("number", number)
        .map(Row.to(line -> line(line, currency)))
        .forEach(lines::add);
    var order =
        new DraftOrder(
            lines,
            row.money("items"),
            row.moneyOrNull("shipping"),
            row.text("payment"),
            Instant.ofEpochMilli(row.number("held_until")));
    State state = State.valueOf(row.text("state").toUpperCase(java.util.Locale.ROOT));
    return new Asked(number, row.text("conversation"), state, order);
  }

  private static DraftOrder.Line line(Row row, String currency) throws SQLException {
    return new DraftOrder.Line(
        row.text("sku"), row.text("variant"), row.count("qty"), row.money("unit_price", currency));
  }

  private static String word(State state) {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
