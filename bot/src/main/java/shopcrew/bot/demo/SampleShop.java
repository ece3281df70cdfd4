package shopcrew.bot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Xiaoman Pottery: hand-written products, knowledge, rules and leads, and eight months of trade
// grown from one seed.
public final class SampleShop {
  /// The day the sample shop lives in; nothing in it is younger.
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  static final LocalDate OPENED = LocalDate.of(2026, 3, 20);
  private static final long SEED = 20_140_601L;
  private static final List<String> WRITTEN_BY_HAND =
      List.of("products.csv", "knowledge.md", "owner_rules.md", "leads.csv");

  private SampleShop() {}

  /// Writes the whole shop folder, ready to import; an existing file of the same name is replaced.
  public static void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : WRITTEN_BY_HAND) copy(name, folder.resolve(name));
    var dice = new Dice(SEED);
    var words = new Words(Sheet.read("seed/words.csv"));
    var wares = Ware.all();
    var buyers = new Buyers(words, dice.split()).all();
    var campaigns = Campaign.all();
    var sales = new Sales(words, wares, buyers, campaigns, dice.split()).all();
    Sheet.write(folder.resolve("customers.csv"), Buyer.COLUMNS, buyers, Buyer::row);
    Sheet.write(folder.resolve("orders.csv"), Sale.COLUMNS, sales, Sale::row);
    Sheet.write(
        folder.resolve("order_items.csv"),
        Sale.LINE_COLUMNS,
        sales.stream().flatMap(s -> s.lineRows().stream()).toList(),
        row -> row);
    Sheet.write(
        folder.resolve("reviews.csv"),
        ReviewBook.COLUMNS,
        new ReviewBook(words, dice.split()).about(sales),
        row -> row);
    Sheet.write(
        folder.resolve("stock_moves.csv"),
        StockBook.COLUMNS,
        StockBook.of(wares, sales),
        row -> row);
    Sheet.write(
        folder.resolve("ads_daily.csv"),
        Campaign.COLUMNS,
        new AdBook(dice.split()).of(campaigns, sales),
        row -> row);
  }

  private static void copy(String name, Path to) throws IOException {
    try (InputStream in = Sheet.open(name)) {
      Files.write(to, in.readAllBytes());
    }
  }
}
