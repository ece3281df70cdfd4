package shopcrew.roles.promotion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.prompts.Prompts;
import shopcrew.roles.words.Normal;

/// The ad platforms and the many names people have for each.
final class Platforms {
  private final Map<String, Pattern> names = new LinkedHashMap<>();

  static Platforms load() {
    var platforms = new Platforms();
    Prompts.terms("promotion/platforms.yaml")
        .forEach(
            (key, words) -> platforms.names.put(key.toString(), pattern((Collection<?>) words)));
    return platforms;
  }

  /// The platforms that a text names.
  List<String> in(String text) {
    String normal = Normal.text(text);
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(normal).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The platform that a plan's own words belong to.
  Optional<String> of(String platform) {
    return in(platform).stream().findFirst();
  }

  /// The text without the platforms' names, some of which are numbers.
  String without(String text) {
    String rest = text;
    for (Pattern name : names.values()) {
      rest = name.matcher(rest).replaceAll(match -> " ".repeat(match.group().length()));
    }
    return rest;
  }

  private static Pattern pattern(Collection<?> words) {
    return Pattern.compile(
        words.stream()
            .map(word -> Normal.text(word.toString()))
            .map(
                word ->
                    word.matches("[a-z0-9 .]+")
                        ? "(?<![a-z0-9])" + Pattern.quote(word) + "(?![a-z0-9])"
                        : Pattern.quote(word))
            .collect(Collectors.joining("|")));
  }
}
