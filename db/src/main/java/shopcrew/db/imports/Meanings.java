package shopcrew.db.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the words in a shop's cells mean to us.
final class Meanings {

  private record Meaning(String group, String name, List<String> words) {}

  private static final List<Meaning> ALL = load();

  private Meanings() {}

  /// The name in `group` whose words fit the cell.
  static Optional<String> of(String group, String cell) {
    var text = cell.strip().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(meaning -> meaning.group().equals(group))
        .filter(meaning -> meaning.words().stream().anyMatch(word -> fits(word, text)))
        .map(Meaning::name)
        .findFirst();
  }

  static boolean is(String group, String name, String cell) {
    var text = cell.strip().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(meaning -> meaning.group().equals(group) && meaning.name().equals(name))
        .anyMatch(meaning -> meaning.words().stream().anyMatch(word -> fits(word, text)));
  }

  private static boolean fits(String word, String text) {
    return word.startsWith("~") ? text.contains(word.substring(1)) : text.equals(word);
  }

  private static List<Meaning> load() {
    var all = new ArrayList<Meaning>();
    for (var line : Resource.lines("meanings.txt")) {
      int colon = line.indexOf(':');
      var head = line.substring(0, colon).split(" ");
      all.add(new Meaning(head[0], head[1], Resource.words(line.substring(colon + 1))));
    }
    return List.copyOf(all);
  }
}
