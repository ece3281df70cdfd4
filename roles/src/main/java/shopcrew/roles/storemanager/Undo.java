package shopcrew.roles.storemanager;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shopcrew.db.Days;
import shopcrew.db.StockMove;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Voice;

/// Takes back the last stock change of today that somebody said. The book keeps both entries.
final class Undo {
  private static final String UNDO = "undo";
  private static final String SAID = "^\\d{2}:\\d{2}:\\d{2}.*";

  private final Store store;

  Undo(Store store) {
    this.store = store;
  }

  Told last(Turn turn, Voice voice) {
    List<StockMove> moves = store.stockMoves().in(Days.of(turn.today()));
    Set<String> undone =
        moves.stream()
            .filter(move -> move.type().equals(UNDO))
            .map(StockMove::note)
            .collect(Collectors.toSet());
    return moves.stream()
        .filter(move -> !move.type().equals(UNDO))
        .filter(move -> move.note().matches(SAID) && !undone.contains(move.note()))
        .max(Comparator.comparing(StockMove::note))
        .flatMap(
            move ->
                store
                    .products()
                    .moveStock(move.sku(), -move.qty(), UNDO, move.note(), turn.today())
                    .map(moved -> say(move, moved.before(), moved.after(), voice)))
        .orElseGet(() -> Told.of(voice.say("undo_nothing")));
  }

  private Told say(StockMove move, int before, int after, Voice voice) {
    String title =
        store.products().bySku(move.sku()).map(p -> p.title(voice.language())).orElse(move.sku());
    return Told.of(
        voice.say("undone", "title", title, "before", before, "after", after),
        after + "",
        "products#" + move.sku() + ".stock");
  }
}
