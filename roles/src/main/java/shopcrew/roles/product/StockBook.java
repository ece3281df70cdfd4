package shopcrew.roles.product;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import shopcrew.db.Product;
import shopcrew.db.Products;
import shopcrew.db.Store;
import shopcrew.db.TimeLimits;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Asking;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;

/// Goods that came or went, told in words. Which product and how many must be clear; it is never
/// guessed. Every note starts with the time, so that the last one can be taken back.
final class StockBook {
  private static final Pattern COUNTED =
      Pattern.compile(
          "盘点|实际|实盘|清点|改成|改到|改为|设成|设为|(?i:count says|stock ?take|counted|set the stock|set stock)");
  private static final Pattern GOES =
      Pattern.compile("报损|坏了|破了|损坏|盘亏|丢了|送出|送了|减|(?i:damaged|broken|lost|write off|gave away)");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int MOST = 1_000_000;

  private final Store store;

  StockBook(Store store) {
    this.store = store;
  }

  Outcome sold(Turn turn, Shelf shelf, Voice voice) {
    return record(turn, shelf, "sale", -1, voice);
  }

  Outcome delivered(Turn turn, Shelf shelf, Voice voice) {
    boolean goes = GOES.matcher(turn.text()).find();
    return record(turn, shelf, goes ? "loss" : "delivery", goes ? -1 : 1, voice);
  }

  private Outcome record(Turn turn, Shelf shelf, String type, int sign, Voice voice) {
    Shelf.Meant meant = shelf.meant(turn);
    List<Count> counts = Counts.in(meant.rest(), true);
    if (meant.one().isEmpty()) {
      return Asking.which(meant, counts.isEmpty() ? List.of("qty") : List.of(), voice);
    }
    Product product = meant.products().getFirst();
    String title = product.title(voice.language());
    if (counts.size() != 1 || counts.getFirst().value() > MOST) {
      return new Outcome.AsksBack(
          Told.of(voice.say("ask_how_many", "title", title)), List.of("qty"), List.of());
    }
    int pieces = (int) counts.getFirst().value();
    String note =
        TIME.format(turn.now().atZone(turn.zone())) + " " + Voice.shortened(turn.text(), 80);
    Optional<Products.Moved> moved;
    if (type.equals("delivery") && COUNTED.matcher(turn.text()).find()) {
      moved = store.products().setStock(product.sku(), pieces, note, turn.today());
      store.factTimes().learnt(TimeLimits.Kind.STOCK, product.sku(), turn.now());
    } else {
      moved = store.products().moveStock(product.sku(), sign * pieces, type, note, turn.today());
    }
    if (moved.isEmpty()) {
      return new Outcome.Answer(
          Told.of(
              voice.say("too_few", "title", title, "stock", product.stock(), "pieces", pieces)));
    }
    String say =
        voice.say(
            "moved_" + (moved.get().after() < moved.get().before() ? type : "delivery"),
            "title",
            title,
            "pieces",
            Math.abs(moved.get().after() - moved.get().before()),
            "before",
            moved.get().before(),
            "after",
            moved.get().after());
    return new Outcome.Answer(
        Told.of(say, moved.get().after() + "", "products#" + product.sku() + ".stock"));
  }
}
