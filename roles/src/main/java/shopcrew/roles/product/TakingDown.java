package shopcrew.roles.product;

import java.util.List;
import java.util.regex.Pattern;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Asking;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;

/// A product off sale or back on sale, after the owner's yes.
final class TakingDown {
  private static final Pattern BACK =
      Pattern.compile("重新上架|恢复|再上架|上架(?!的)|(?i:relist|back online|put .* back|publish)");

  private final Store store;

  TakingDown(Store store) {
    this.store = store;
  }

  Outcome hear(Turn turn, Shelf shelf, Voice voice) {
    if (!(turn.speaker() instanceof Speaker.Owner)) {
      return new Outcome.Answer(Told.of(voice.say("owner_only")));
    }
    Shelf.Meant meant = shelf.meant(turn);
    if (meant.one().isEmpty()) return Asking.which(meant, List.of(), voice);
    Product product = meant.products().getFirst();
    boolean back = BACK.matcher(turn.text()).find() && !turn.text().contains("下架");
    String title = product.title(voice.language());
    String yes = voice.say("down_yes");
    if (!turn.text().strip().endsWith(yes)) {
      String key = back ? "up_ask" : "down_ask";
      return new Outcome.AsksBack(
          Told.of(voice.say(key, "title", title, "sku", product.sku(), "stock", product.stock())),
          List.of(),
          List.of(yes));
    }
    store.products().setStatus(product.sku(), voice.say(back ? "status_on" : "status_off"), back);
    return new Outcome.Answer(
        Told.of(voice.say(back ? "up_done" : "down_done", "title", title, "sku", product.sku())));
  }
}
