package shopcrew.roles.customerservice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Catalogue;
import shopcrew.db.Knowledge;
import shopcrew.db.Store;
import shopcrew.roles.catalogue.ProductFinder;

/// Keeps the shelf of one shop for everybody who answers from it, and makes it anew when what may
/// be told has changed.
public final class Shelves {
  final Catalogue catalogue;
  private final Knowledge knowledge;
  private volatile @Nullable Shelf kept;

  public Shelves(Store store) {
    this.catalogue = store.catalogue();
    this.knowledge = store.knowledge();
  }

  /// What may be told on that day.
  Shelf on(LocalDate day) {
    Shelf shelf = kept;
    return shelf != null && shelf.serves(catalogue.revision(), day) ? shelf : renewed(day);
  }

  /// The products that may be told of on that day.
  public ProductFinder goods(LocalDate day) {
    return on(day).finder;
  }

  private synchronized Shelf renewed(LocalDate day) {
    Shelf before = kept;
    long revision = catalogue.revision();
    if (before != null && before.serves(revision, day)) return before;
    var shelf =
        new Shelf(
            revision, day, catalogue.all(), knowledge.sections(), catalogue::hasStock, before);
    kept = shelf;
    return shelf;
  }
}
