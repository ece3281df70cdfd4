package shopcrew.bot.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One bundle of sentences, complete in Chinese and English: `words/NAME.zh.properties` and
/// `words/NAME.en.properties`, with `{slot}` for what is filled in.
public final class Bundle {
  private static final Pattern SLOT = Pattern.compile("\\{([a-zA-Z_]+)}");

  private static final Map<String, Map<String, Properties>> READ = new ConcurrentHashMap<>();

  private final String name;
  private final Map<String, Properties> byLanguage;

  public Bundle(String name) {
    this.name = name;
    byLanguage =
        READ.computeIfAbsent(name, it -> Map.of("zh", load(it, "zh"), "en", load(it, "en")));
  }

  /// The sentence, with pairs of slot and value; every language but Chinese reads English.
  public String say(String language, String key, Object... pairs) {
    String sentence = sentences(language).getProperty(key);
    if (sentence == null) throw new IllegalArgumentException(name + " has no words for " + key);
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      values.put(pairs[i].toString(), pairs[i + 1].toString());
    }
    return SLOT.matcher(sentence)
        .replaceAll(
            slot -> {
              String value = values.get(slot.group(1));
              if (value == null) {
                throw new IllegalArgumentException(name + "/" + key + " wants " + slot.group(1));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  public Set<String> keys(String language) {
    return sentences(language).stringPropertyNames();
  }

  /// Every sentence by its key, with its slots open: for a page that fills them itself.
  public Map<String, String> all(String language) {
    var all = new TreeMap<String, String>();
    keys(language).forEach(key -> all.put(key, sentences(language).getProperty(key)));
    return all;
  }

  private Properties sentences(String language) {
    Properties sentences = byLanguage.get(language.startsWith("zh") ? "zh" : "en");
    if (sentences == null) throw new IllegalStateException(name + " is not loaded");
    return sentences;
  }

  private static Properties load(String name, String language) {
    String path = "words/" + name + "." + language + ".properties";
    try (InputStream in = Bundle.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("words missing: " + path);
      var sentences = new Properties();
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
