package shopcrew.db;

import java.time.ZoneId;

/// The role-safe tables of one shop. Nothing here can spend, and no signature shows how rows are
/// kept.
public final class Store {

  private final Database database;
  private final String shop;

  Store(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public String shop() {
    return shop;
  }

  /// Name, currency and time zone; yuan and Shanghai until the shop has said otherwise.
  public ShopCard card() {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM shops WHERE shop = :shop")
                .bind("shop", shop)
                .map(
                    Row.to(
                        row ->
                            new ShopCard(
                                row.text("name"),
                                row.text("currency"),
                                ZoneId.of(row.text("zone")))))
                .findOne()
                .orElseGet(() -> new ShopCard(shop, "CNY", ZoneId.of("Asia/Shanghai"))));
  }

  public void setCard(ShopCard card) {
    database.writing(
        h ->
            h.createUpdate(
                    """
                    INSERT INTO shops (shop, name, currency, zone) VALUES (:shop, :name, :currency, :zone)
                    ON CONFLICT (shop) DO UPDATE
                    SET name = excluded.name, currency = excluded.currency, zone = excluded.zone
                    """)
                .bind("shop", shop)
                .bind("name", card.name())
                .bind("currency", card.currency())
                .bind("zone", card.zone().getId())
                .execute());
  }

  public Products products() {
    return new Products(database, shop);
  }

  public Catalogue catalogue() {
    return new Catalogue(database, shop);
  }

  public StockMoves stockMoves() {
    return new StockMoves(database, shop);
  }

  public Customers customers() {
    return new Customers(database, shop);
  }

  public Orders orders() {
    return new Orders(database, shop);
  }

  public Sales sales() {
    return new Sales(database, shop);
  }

  /// The orders of one identified customer, and of nobody else.
  public MyOrders myOrders(String customerId) {
    return new MyOrders(database, shop, customerId);
  }

  public Identification identification() {
    return new Identification(database, shop);
  }

  public Reviews reviews() {
    return new Reviews(database, shop);
  }

  public Knowledge knowledge() {
    return new Knowledge(database, shop);
  }

  /// How that knowledge changes while the shop is open.
  public Edits edits() {
    return new Edits(database, shop);
  }

  public AdResults adResults() {
    return new AdResults(database, shop);
  }

  public Leads leads() {
    return new Leads(database, shop);
  }

  public Rules rules() {
    return new Rules(database, shop);
  }

  /// What people of the shop still have to do.
  public Tasks tasks() {
    return new Tasks(database, shop);
  }

  /// How long something holds by the owners' word.
  public TimeLimits timeLimits() {
    return new TimeLimits(database, shop);
  }

  /// When which kind of fact was last learnt.
  public FactTimes factTimes() {
    return new FactTimes(database, shop);
  }

  /// What people of the shop have promised customers.
  public Promises promises() {
    return new Promises(database, shop);
  }

  public Campaigns campaigns() {
    return new Campaigns(database, shop);
  }

  public Search search() {
    return new Search(database, shop);
  }
}
