package shopcrew.db.imports;

/// Counts what became of a file's rows.
final class Tally {

  private final int[] counts = new int[Upsert.Change.values().length];

  void add(Upsert.Change change) {
    counts[change.ordinal()]++;
  }

  ImportReport.FileResult of(String file) {
    return new ImportReport.FileResult(
        file,
        counts[Upsert.Change.ADDED.ordinal()],
        counts[Upsert.Change.CHANGED.ordinal()],
        counts[Upsert.Change.UNCHANGED.ordinal()]);
  }
}
