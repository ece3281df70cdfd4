package shopcrew.db;

/// Changes prices. `Store` does not hand it out: the gate alone holds one.
public final class PriceTags {
  private final Products products;

  PriceTags(Database database, String shop) {
    this.products = new Products(database, shop);
  }

  /// False: no such article.
  public boolean set(String sku, Money price) {
    return products.setPrice(sku, price);
  }
}
