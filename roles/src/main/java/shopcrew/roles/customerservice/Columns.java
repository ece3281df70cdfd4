package shopcrew.roles.customerservice;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.prompts.Prompts;

/// What each of the shop's product columns is about, by its name. A column that no list knows is
/// asked about by its own name.
final class Columns {
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:[_(（]|(?<=\\p{IsHan}))(kg|g|cm|mm|m|l|ml|days|day|w|v|mah|wh|inch|pcs|pct|lb|oz|s|c|months|years|hours|h|min|db|lm|k|kcal|天|升|克|千克|公斤|毫升|厘米|瓦|小时|月|个月|年)[)）]?$");
  private static final Map<?, ?> ATTRIBUTES = Prompts.terms("shared/attributes.yaml");

  private final Map<String, String> notions = new LinkedHashMap<>();
  private final Set<String> held = new LinkedHashSet<>();

  Columns(Collection<String> names) {
    for (String name : names) {
      String notion = notionOf(name);
      notions.put(name, notion == null ? "column:" + plain(name) : notion);
    }
    held.addAll(notions.values());
    held.addAll(List.of("price", "wholesale_price", "moq", "stock"));
  }

  Set<String> names() {
    return notions.keySet();
  }

  /// Whether the shop keeps anything about it.
  boolean has(String notion) {
    return held.contains(notion) || also(notion).stream().anyMatch(held::contains);
  }

  String notion(String column) {
    String notion = notions.get(column);
    return notion == null ? "column:" + plain(column) : notion;
  }

  /// The notions that may hold the answer to one that has no column of its own.
  static List<String> also(String notion) {
    return ATTRIBUTES.get(notion) instanceof Map<?, ?> map
            && map.get("also") instanceof Collection<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  /// The notions that ask for the same in a wider word: who asks for the wash temperature also says
  /// temperature.
  static List<String> general(String notion) {
    return ATTRIBUTES.get(notion) instanceof Map<?, ?> map
            && map.get("of") instanceof Collection<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  static boolean isAttribute(String notion) {
    return notion.startsWith("column:") || ATTRIBUTES.containsKey(notion);
  }

  /// What it is called in that language.
  String label(String column, String language) {
    String label = text(notion(column), "label", language);
    if (label != null) return label;
    return plain(column);
  }

  static @Nullable String label(String notion, String key, String language) {
    return text(notion, key, language);
  }

  private static @Nullable String text(String notion, String key, String language) {
    if (!(ATTRIBUTES.get(notion) instanceof Map<?, ?> map)) return null;
    if (!(map.get(key) instanceof Map<?, ?> texts)) return null;
    Object text = texts.get(language);
    if (text == null && !language.equals("zh")) text = texts.get("en");
    return text == null ? null : text.toString();
  }

  static String unit(String column) {
    Matcher unit = UNIT.matcher(column.toLowerCase(Locale.ROOT));
    if (unit.find()) return unit.group(1);
    return Unit.known(column) ? Unit.named(column) : "";
  }

  /// The column's name as a person would say it.
  static String plain(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    Matcher unit = UNIT.matcher(name);
    if (unit.find() && unit.start() > 0) name = name.substring(0, unit.start());
    return name.replaceAll("[_()（）]+", " ").strip();
  }

  private static @Nullable String notionOf(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    String found = null;
    int best = 0;
    for (var entry : ATTRIBUTES.entrySet()) {
      if (!(entry.getValue() instanceof Map<?, ?> map)) continue;
      if (!(map.get("columns") instanceof Collection<?> patterns)) continue;
      for (Object pattern : patterns) {
        int fit = fit(name, pattern.toString());
        if (fit > best) {
          best = fit;
          found = entry.getKey().toString();
        }
      }
    }
    return found;
  }

  private static int fit(String name, String pattern) {
    boolean open = pattern.endsWith("*");
    String word = open ? pattern.substring(0, pattern.length() - 1) : pattern;
    if (name.equals(word) || plain(name).equals(word)) return 100 + word.length();
    if (open && name.startsWith(word)) return 50 + word.length();
    boolean inside =
        word.length() >= 4 && List.of(name.split("[^\\p{L}]+")).contains(word)
            || word.codePoints().allMatch(Character::isIdeographic)
                && word.length() >= 2
                && name.contains(word);
    return inside ? word.length() : 0;
  }
}
