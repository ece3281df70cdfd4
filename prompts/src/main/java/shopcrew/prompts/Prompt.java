package shopcrew.prompts;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One text that the team is told: where it stands, which version, and the hash of its words.
public record Prompt(String name, String version, String hash, String text) {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z_]+)}}");

  /// The text with every `{{variable}}` filled; an unknown or a missing variable is a fault.
  public String fill(Map<String, String> values) {
    Set<String> wanted = variables();
    if (!wanted.equals(values.keySet())) {
      throw new IllegalArgumentException(
          name + " wants " + wanted + " but was given " + values.keySet());
    }
    return VARIABLE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
  }

  public Set<String> variables() {
    var found = new LinkedHashSet<String>();
    VARIABLE.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }
}
