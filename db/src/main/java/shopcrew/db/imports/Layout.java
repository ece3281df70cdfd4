package shopcrew.db.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one kind of file may be called, and its columns with their types and names.
record Layout(String kind, List<String> fileNames, List<Field> fields) {

  enum Type {
    ID,
    TEXT,
    MONEY,
    MONEY_OR_NONE,
    MONEY_OR_ZERO,
    COUNT,
    COUNT_OR_NONE,
    COUNT_OR_ZERO,
    DAY,
    DAY_OR_NONE,
    TIME,
    RATING,
    FLAG;

    boolean needed() {
      return this == ID
          || this == MONEY
          || this == COUNT
          || this == DAY
          || this == TIME
          || this == RATING;
    }

    static Type of(String word) {
      return switch (word) {
        case "money?" -> MONEY_OR_NONE;
        case "money0" -> MONEY_OR_ZERO;
        case "count?" -> COUNT_OR_NONE;
        case "count0" -> COUNT_OR_ZERO;
        case "day?" -> DAY_OR_NONE;
        default -> Type.valueOf(word.toUpperCase(java.util.Locale.ROOT));
      };
    }
  }

  record Field(String name, Type type, List<String> names) {

    boolean called(String header) {
      var plain = Resource.plain(header);
      return names.stream().anyMatch(known -> Resource.plain(known).equals(plain));
    }
  }

  private static final Map<String, Layout> ALL = load();

  static Layout of(String kind) {
    return java.util.Objects.requireNonNull(ALL.get(kind), kind);
  }

  /// The kind of data a file's name speaks of; the longest fitting name decides.
  static Optional<Layout> ofFile(String fileName) {
    int dot = fileName.lastIndexOf('.');
    var plain = Resource.plain(dot < 0 ? fileName : fileName.substring(0, dot));
    Layout best = null;
    int length = 0;
    for (var layout : ALL.values()) {
      for (var name : layout.fileNames()) {
        var known = Resource.plain(name);
        if (known.length() > length && plain.contains(known)) {
          best = layout;
          length = known.length();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// Which field each header stands for; a field takes the first header that fits, its own name
  // before other names.
  Map<String, Integer> columns(List<String> headers) {
    var found = new LinkedHashMap<String, Integer>();
    for (boolean own : new boolean[] {true, false}) {
      for (var field : fields) {
        for (int i = 0; i < headers.size() && !found.containsKey(field.name()); i++) {
          boolean fits =
              own
                  ? Resource.plain(headers.get(i)).equals(Resource.plain(field.name()))
                  : field.called(headers.get(i));
          if (fits && !found.containsValue(i)) {
            found.put(field.name(), i);
          }
        }
      }
    }
    return found;
  }

  private static Map<String, Layout> load() {
    var all = new LinkedHashMap<String, Layout>();
    var fields = new ArrayList<Field>();
    for (var line : Resource.lines("columns.txt")) {
      if (line.startsWith("@")) {
        int colon = line.indexOf(':');
        var kind = line.substring(1, colon);
        fields = new ArrayList<>();
        all.put(kind, new Layout(kind, Resource.words(line.substring(colon + 1)), fields));
      } else {
        var parts = line.split("\\|");
        fields.add(
            new Field(parts[0].strip(), Type.of(parts[1].strip()), Resource.words(parts[2])));
      }
    }
    return all;
  }
}
