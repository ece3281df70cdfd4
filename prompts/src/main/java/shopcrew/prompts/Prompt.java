package shopcrew.prompts;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One text that the team is told: where it stands, which version, and the hash of its words.
///
/// @param variables the names that stand in it as `{{name}}`
public record Prompt(String name, String version, String hash, String text, Set<String> variables) {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z_]+)}}");

  static Prompt of(String name, String version, String hash, String text) {
    var found = new LinkedHashSet<String>();
    VARIABLE.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return new Prompt(name, version, hash, text, Collections.unmodifiableSet(found));
  }

  /// The text with every `{{variable}}` filled; an unknown or a missing variable is a fault.
  public String fill(Map<String, String> values) {
    if (!variables.equals(values.keySet())) {
      throw new IllegalArgumentException(
          name + " wants " + variables + " but was given " + values.keySet());
    }
    return VARIABLE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
  }
}
