package shopcrew.roles.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SKUs as people type them: whole, without their dashes, or only the end ("WG-001", "wg001").
final class Skus {
  private static final Pattern TOKEN =
      Pattern.compile("(?<![a-z0-9-])(?=[a-z0-9_./-]*[0-9])[a-z0-9]+(?:[-_./][a-z0-9]+)*");
  private static final int SHORTEST_END = 4;

  private final Map<String, String> byPlain = new LinkedHashMap<>();

  /// The products named by SKU, and the text without those SKUs.
  record Found(List<String> skus, String rest) {}

  Skus(List<String> skus) {
    for (String sku : skus) byPlain.put(plain(sku), sku);
  }

  Found in(String text) {
    var found = new ArrayList<String>();
    StringBuilder rest = new StringBuilder(text);
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      List<String> named = named(plain(token.group()));
      if (named.isEmpty()) continue;
      named.stream().filter(sku -> !found.contains(sku)).forEach(found::add);
      for (int i = token.start(); i < token.end(); i++) rest.setCharAt(i, ' ');
    }
    return new Found(found, rest.toString());
  }

  private List<String> named(String token) {
    String exact = byPlain.get(token);
    if (exact != null && token.matches(".*\\d.*") && token.length() >= 3) return List.of(exact);
    boolean telling = token.length() >= SHORTEST_END && token.matches(".*[a-z].*");
    if (!telling) return List.of();
    return byPlain.entrySet().stream()
        .filter(sku -> sku.getKey().endsWith(token))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String plain(String sku) {
    return sku.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
