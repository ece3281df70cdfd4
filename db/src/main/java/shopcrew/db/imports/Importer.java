package shopcrew.db.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import shopcrew.db.Database;
import shopcrew.db.Rule;
import shopcrew.db.ShopCard;
import shopcrew.db.Store;
import shopcrew.db.TimeLimits.Kind;

/// Takes a folder of a shop's files into its store, in one transaction: all that can be read, or
/// nothing.
/// Loading the same folder again changes nothing.
public final class Importer {

  private final Database database;
  private final Store store;
  private final InstantSource clock;

  public Importer(Database database, String shop) {
    this(database, shop, InstantSource.system());
  }

  public Importer(Database database, String shop, InstantSource clock) {
    this.database = database;
    this.store = database.store(shop);
    this.clock = clock;
  }

  public ImportReport load(Path folder) {
    var faults = new ArrayList<ImportFault>();
    var name = folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
    if (!Files.isDirectory(folder)) {
      faults.add(new ImportFault(name, 0, "", "folder.missing", List.of(), true));
      return new ImportReport(name, List.of(), faults, false);
    }
    var found = Folder.read(folder, faults);
    if (found.isEmpty()) {
      faults.add(new ImportFault(name, 0, "", "folder.empty", List.of(), true));
      return new ImportReport(name, List.of(), faults, false);
    }
    return database.write(
        handle -> {
          var rules = OwnerRules.parse(found.rules());
          var card = card(found, rules);
          store.setCard(card);
          var run = Run.in(handle, store.shop(), card.currency());
          run.faults().addAll(faults);
          take(run, found);
          learnt(found);
          boolean wait = false;
          if (!found.rules().isEmpty()) {
            store.rules().read(rules.rules());
            wait = !store.rules().waiting().isEmpty();
          }
          var report = new ImportReport(name, run.results(), run.faults(), wait);
          if (!report.changedNothing()) {
            store.search().rebuild();
          }
          return report;
        });
  }

  /// A new shop is named by its knowledge page and settles in the currency of its rules; a known
  /// one stays as it is.
  private ShopCard card(Folder found, OwnerRules rules) {
    var card = store.card();
    if (!card.name().equals(store.shop())) {
      return card;
    }
    var name = KnowledgeFile.shopName(found.knowledge());
    var currency =
        rules.rules().stream()
            .filter(rule -> rule.kind() == Rule.Kind.SETTLEMENT_CURRENCY)
            .map(Rule::value)
            .findFirst()
            .orElse(card.currency());
    return new ShopCard(name.isEmpty() ? card.name() : name, currency, card.zone());
  }

  private void take(Run run, Folder found) {
    if (!found.sheets().containsKey("products") && run.known("products", "sku").isEmpty()) {
      run.faults().add(new ImportFault("products.csv", 0, "", "file.missing", List.of(), true));
    }
    sheet(run, found, "products", ProductFile::take);
    sheet(run, found, "customers", PlainFiles::customers);
    orders(run, found);
    sheet(run, found, "stock_moves", PlainFiles::stockMoves);
    sheet(run, found, "reviews", PlainFiles::reviews);
    sheet(run, found, "ad_days", AdFile::take);
    sheet(run, found, "leads", PlainFiles::leads);
    if (!found.knowledge().isEmpty()) {
      KnowledgeFile.take(run, found.knowledgeFile(), found.knowledge());
    }
    found.papers().forEach((name, sections) -> KnowledgeFile.beside(run, name, sections));
  }

  /// Files tell how things are on the day they are loaded.
  private void learnt(Folder found) {
    if (found.sheets().containsKey("products")) {
      store.factTimes().learnt(Kind.STOCK, "", clock.instant());
      store.factTimes().learnt(Kind.PRICE, "", clock.instant());
      store.factTimes().learnt(Kind.DELIVERY, "", clock.instant());
    } else if (!found.knowledge().isEmpty()) {
      store.factTimes().learnt(Kind.DELIVERY, "", clock.instant());
    }
  }

  private interface Taking {
    void take(Run run, Sheet sheet) throws ImportRefused;
  }

  private static void sheet(Run run, Folder found, String kind, Taking taking) {
    var sheet = found.sheets().get(kind);
    if (sheet == null) {
      return;
    }
    try {
      taking.take(run, sheet);
    } catch (ImportRefused refused) {
      run.faults().add(refused.in(sheet.file()));
    }
  }

  /// Lines are read before orders, which may need their totals, and written after them.
  private static void orders(Run run, Folder found) {
    var files = new OrderFiles(run);
    var ready = new ArrayList<Runnable>();
    sheet(
        run,
        found,
        "order_items",
        (r, sheet) -> {
          var reader = new Reader(r, sheet, "order_items");
          reader.tellUnused();
          var lines = files.lines(reader);
          ready.add(() -> files.writeLines(sheet.file(), reader, lines));
        });
    sheet(run, found, "orders", (r, sheet) -> files.orders(sheet));
    ready.forEach(Runnable::run);
  }
}
