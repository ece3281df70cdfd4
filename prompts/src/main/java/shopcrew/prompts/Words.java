package shopcrew.prompts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of one role, by language and key; `{name}` marks what is filled in.
public final class Words {
  private static final Pattern SLOT = Pattern.compile("\\{([a-zA-Z_]+)}");

  private final String role;
  private final Map<String, Map<String, String>> byLanguage;

  Words(String role, Map<String, Map<String, String>> byLanguage) {
    this.role = role;
    this.byLanguage = byLanguage;
  }

  /// The sentence in that language, or in English where the role has no words in it.
  public String say(String language, String key, Map<String, ?> values) {
    String sentence = sentence(language, key);
    return SLOT.matcher(sentence)
        .replaceAll(
            match -> {
              Object value = values.get(match.group(1));
              if (value == null) {
                throw new IllegalArgumentException(role + "/" + key + " wants " + match.group(1));
              }
              return Matcher.quoteReplacement(value.toString());
            });
  }

  public String say(String language, String key) {
    return say(language, key, Map.of());
  }

  /// Pairs of name and value, in turn: `say("en", "price", "name", title, "price", money)`.
  public String say(String language, String key, Object... pairs) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i + 1 < pairs.length; i += 2) values.put(pairs[i].toString(), pairs[i + 1]);
    return say(language, key, values);
  }

  public boolean has(String language, String key) {
    return byLanguage.getOrDefault(language, Map.of()).containsKey(key);
  }

  public Set<String> languages() {
    return byLanguage.keySet();
  }

  public Set<String> keys(String language) {
    return byLanguage.getOrDefault(language, Map.of()).keySet();
  }

  private String sentence(String language, String key) {
    String sentence = byLanguage.getOrDefault(language, Map.of()).get(key);
    if (sentence == null) sentence = byLanguage.getOrDefault("en", Map.of()).get(key);
    if (sentence == null) throw new IllegalArgumentException(role + " has no words for " + key);
    return sentence;
  }
}
