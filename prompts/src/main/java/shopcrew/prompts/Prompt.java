package shopcrew.prompts;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One text that the team is told: which version it is, and the hash of its words.
///
/// @param variables the names that stand in it as `{{name}}`, all of them and no other
/// @param tier of the model that it is for: `choose` or `write`
/// @param limits of what comes of it, by name
public record Prompt(
    String name,
    String version,
    String hash,
    String text,
    Set<String> variables,
    String tier,
    Map<String, Integer> limits) {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z_]+)}}");

  public Prompt {
    var found = new LinkedHashSet<String>();
    VARIABLE.matcher(text).results().forEach(match -> found.add(match.group(1)));
    if (!found.equals(variables)) {
      throw new IllegalStateException(name + " names " + variables + " and holds " + found);
    }
  }

  /// A limit that the file must state.
  public int limit(String name) {
    Integer limit = limits.get(name);
    if (limit == null) throw new IllegalStateException(this.name + " has no limit " + name);
    return limit;
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
