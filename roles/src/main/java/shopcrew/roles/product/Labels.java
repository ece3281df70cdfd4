package shopcrew.roles.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import shopcrew.db.Product;
import shopcrew.prompts.Prompts;

/// How a product's own columns are called when they are said: `load_kg` is 承重, with its unit.
final class Labels {
  private static final Pattern UNIT =
      Pattern.compile("_(kg|g|cm|mm|m|l|ml|w|v|mah|pcs|inch|days)$");

  private final Map<String, Map<?, ?>> attributes = new LinkedHashMap<>();

  Labels() {
    Prompts.terms("shared/attributes.yaml")
        .forEach((name, fields) -> attributes.put(name.toString(), (Map<?, ?>) fields));
  }

  /// The label in that language, or the column's own name.
  String of(String column, String language) {
    String plain = column.toLowerCase(Locale.ROOT);
    for (Map<?, ?> fields : attributes.values()) {
      if (!(fields.get("columns") instanceof List<?> columns)) continue;
      if (columns.stream().noneMatch(pattern -> fits(plain, pattern.toString()))) continue;
      if (fields.get("label") instanceof Map<?, ?> labels) {
        Object label = labels.get(language);
        if (label == null) label = labels.get("en");
        if (label != null) return label.toString();
      }
    }
    return column.replace('_', ' ');
  }

  private static boolean fits(String column, String pattern) {
    String plain = pattern.toLowerCase(Locale.ROOT);
    if (plain.startsWith("*")) return column.endsWith(plain.substring(1));
    return plain.endsWith("*")
        ? column.startsWith(plain.substring(0, plain.length() - 1))
        : column.equals(plain);
  }

  /// The value with the unit that the column's name carries.
  static String value(String column, String value) {
    var unit = UNIT.matcher(column.toLowerCase(Locale.ROOT));
    boolean number = value.matches("[\\d.]+(?:[x×*][\\d.]+)*");
    return number && unit.find() ? value + " " + unit.group(1) : value;
  }

  static boolean yes(String value) {
    return value.matches("(?i)y|yes|true|是|有|支持");
  }

  static boolean no(String value) {
    return value.matches("(?i)n|no|false|否|无|不支持");
  }

  /// Everything else that is known of a product, in one line.
  String line(Product product, String language) {
    var parts = new ArrayList<String>();
    product
        .attributes()
        .forEach(
            (column, value) -> {
              if (value.isBlank()) return;
              parts.add(of(column, language) + " " + value(column, said(value, language)));
            });
    return String.join(language.equals("zh") ? "；" : "; ", parts);
  }

  private static String said(String value, String language) {
    boolean zh = language.equals("zh");
    if (value.equalsIgnoreCase("y")) return zh ? "是" : "yes";
    if (value.equalsIgnoreCase("n")) return zh ? "否" : "no";
    return value;
  }
}
