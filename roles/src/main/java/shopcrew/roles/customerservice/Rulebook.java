package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import shopcrew.db.Knowledge;
import shopcrew.roles.words.Normal;

/// What the shop's knowledge says on one day, line by line: a line that is not valid then is not in
/// it.
final class Rulebook {
  private static final Pattern SHORT_SKU = Pattern.compile("[a-z]{1,6}-?\\d{2,6}");
  private static final Pattern MIXED = Pattern.compile("。\\s*[A-Z]");
  private static final int LONG_LINE = 110;

  final List<Line> lines = new ArrayList<>();
  private final List<Knowledge.Section> sections;
  private final Wares wares;
  private final LocalDate day;
  private LocalDate over = LocalDate.MAX;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, List<String>> named = new ConcurrentHashMap<>();

  Rulebook(List<Knowledge.Section> sections, Wares wares, LocalDate day) {
    this.sections = List.copyOf(sections);
    this.wares = wares;
    this.day = day;
    for (Knowledge.Section section : sections) {
      for (Knowledge.Line line : section.lines()) stand(section, line);
    }
  }

  /// Whether it holds on that day, too: no line begins or ends.
  boolean holds(LocalDate day) {
    return !day.isBefore(this.day) && day.isBefore(over);
  }

  boolean serves(List<Knowledge.Section> sections, Wares wares, LocalDate day) {
    return this.wares == wares && holds(day) && this.sections.equals(sections);
  }

  /// The products that a line names in whatever words; looked for once.
  List<String> named(Line line) {
    return named.computeIfAbsent(line.text(), text -> wares.finder.find(text).skus());
  }

  /// In how many lines a word or a notion stands.
  int count(String key) {
    return counts.getOrDefault(key, 0);
  }

  private void stand(Knowledge.Section section, Knowledge.Line line) {
    LocalDate from = line.from();
    LocalDate until = line.until();
    if (from != null && from.isAfter(day)) over = from.isBefore(over) ? from : over;
    if (!line.validOn(day)) return;
    if (until != null && until.isBefore(over)) over = until.plusDays(1);
    learn(section, line.text());
    if (!line.other().isEmpty()) learn(section, line.other());
  }

  private void learn(Knowledge.Section section, String text) {
    String source = "knowledge.md#" + section.number();
    boolean chinese = Shelf.chinese(text);
    // What an owner taught is one statement: half of it could be wrong.
    boolean whole =
        section.number() == Knowledge.OWNERS_SECTION
            || chinese && text.length() <= LONG_LINE && !MIXED.matcher(text).find();
    String[] parts = whole ? new String[] {text} : Shelf.SENTENCES.split(text);
    for (String part : parts) {
      if (part.isBlank()) continue;
      boolean mixed = chinese && !Shelf.chinese(part);
      Line line = Shelf.line(part.strip(), source, skus(part), mixed ? "" : section.title());
      Set<String> keys = Shelf.keys(line.normal(), line.stems());
      keys.addAll(Reading.notions(line.normal()));
      keys.forEach(key -> counts.merge(key, 1, Integer::sum));
      lines.add(line);
    }
  }

  private Set<String> skus(String text) {
    var skus = new LinkedHashSet<String>();
    var pieces = SHORT_SKU.matcher(Normal.text(text));
    while (pieces.find()) skus.addAll(wares.finder.find(pieces.group()).skus());
    return skus;
  }
}
