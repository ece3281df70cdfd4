package shopcrew.db.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the rows of a sheet into typed values; a bad row is left out and told, the rest is taken.
final class Reader {

  private static final int LONGEST_TEXT = 4_000;

  private final Run run;
  private final Sheet sheet;
  private final Layout layout;
  private final Map<String, Integer> columns;

  Reader(Run run, Sheet sheet, String kind) throws ImportRefused {
    this.run = run;
    this.sheet = sheet;
    this.layout = Layout.of(kind);
    this.columns = layout.columns(sheet.headers());
    for (var field : layout.fields()) {
      if (field.type().needed() && !columns.containsKey(field.name())) {
        throw new ImportRefused(
            "column.missing",
            field.name(),
            String.join(", ", field.names().stream().limit(4).toList()));
      }
    }
  }

  boolean has(String field) {
    return columns.containsKey(field);
  }

  /// The headers that stand for no field, with their place.
  Map<String, Integer> others() {
    var others = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < sheet.headers().size(); i++) {
      var header = sheet.headers().get(i);
      if (!columns.containsValue(i) && !header.isEmpty()) {
        others.putIfAbsent(header, i);
      }
    }
    return others;
  }

  /// Says which columns this kind of file has no place for.
  void tellUnused() {
    others()
        .keySet()
        .forEach(
            header ->
                run.faults()
                    .add(
                        new ImportFault(
                            sheet.file(), 0, "", "column.unused", List.of(header), false)));
  }

  List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (var line : sheet.rows()) {
      var entry = entry(line);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private @Nullable Entry entry(Sheet.Line line) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    boolean good = true;
    for (var field : layout.fields()) {
      var column = columns.get(field.name());
      if (column != null) {
        try {
          values.put(field.name(), value(field, line, column));
        } catch (Cells.Bad bad) {
          good = false;
          fault(line, column, bad.key(), true, line.cell(column));
        }
      }
    }
    return good ? new Entry(line.number(), values) : null;
  }

  private @Nullable Object value(Layout.Field field, Sheet.Line line, int column) throws Cells.Bad {
    var cell = line.cell(column);
    boolean empty = Cells.empty(cell);
    if (empty && field.type().needed()) {
      throw new Cells.Bad("cell.missing");
    }
    return switch (field.type()) {
      case ID -> cut(line, column, cell);
      case TEXT -> cut(line, column, cell);
      case MONEY, MONEY_OR_NONE ->
          empty ? null : (Object) Cells.money(cell, run.currency()).minor();
      case MONEY_OR_ZERO -> empty ? 0L : Cells.money(cell, run.currency()).minor();
      case COUNT -> (long) Cells.count(cell);
      case COUNT_OR_NONE -> empty ? null : (Object) notBelowZero(cell);
      case COUNT_OR_ZERO -> empty ? 0L : notBelowZero(cell);
      case DAY, DAY_OR_NONE -> empty ? null : Cells.day(cell).toString();
      case TIME -> Cells.time(cell).toString();
      case RATING -> rating(cell);
      case FLAG -> Meanings.is("flag", "yes", cell) ? 1L : 0L;
    };
  }

  private static long notBelowZero(String cell) throws Cells.Bad {
    int count = Cells.count(cell);
    if (count < 0) {
      throw new Cells.Bad("cell.negative");
    }
    return count;
  }

  private static long rating(String cell) throws Cells.Bad {
    int stars =
        cell.matches("[★⭐]{1,5}") ? cell.length() : Cells.count(cell.replaceAll("[星分]$", ""));
    if (stars < 1 || stars > 5) {
      throw new Cells.Bad("cell.rating");
    }
    return stars;
  }

  /// Formula-like text stays the text it is: nothing here ever evaluates a cell.
  String cut(Sheet.Line line, int column, String cell) {
    if (cell.length() <= LONGEST_TEXT) {
      return cell;
    }
    run.faults()
        .add(
            new ImportFault(
                sheet.file(),
                line.number(),
                sheet.headers().get(column),
                "cell.cut",
                List.of(Integer.toString(cell.length()), Integer.toString(LONGEST_TEXT)),
                false));
    int end =
        Character.isHighSurrogate(cell.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
    return cell.substring(0, end);
  }

  private void fault(Sheet.Line line, int column, String key, boolean leftOut, String... args) {
    run.faults()
        .add(
            new ImportFault(
                sheet.file(),
                line.number(),
                sheet.headers().get(column),
                key,
                List.of(args),
                leftOut));
  }

  /// A fault of a whole row, named by the field that shows it.
  void fault(Entry entry, String field, String key, boolean leftOut, String... args) {
    var column = columns.get(field);
    run.faults()
        .add(
            new ImportFault(
                sheet.file(),
                entry.number(),
                column == null ? "" : sheet.headers().get(column),
                key,
                List.of(args),
                leftOut));
  }
}
