package shopcrew.bot.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever reads Chinese is told as much as whoever reads English.
class BundlesTest {
  private static final Pattern SLOT = Pattern.compile("\\{([a-zA-Z_]+)}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config", "setup", "doctor", "privacy", "command", "orders", "turns", "style", "exam"
      })
  void both_languages_say_the_same_things(String name) {
    var bundle = new Bundle(name);
    assertEquals(new TreeSet<>(bundle.keys("zh")), new TreeSet<>(bundle.keys("en")));
    bundle
        .all("zh")
        .forEach(
            (key, zh) -> {
              String en = String.valueOf(bundle.all("en").get(key));
              assertEquals(slots(zh), slots(en), name + "/" + key);
              assertFalse(zh.isBlank() || en.isBlank(), key);
            });
  }

  private static TreeSet<String> slots(String sentence) {
    return new TreeSet<>(SLOT.matcher(sentence).results().map(MatchResult::group).toList());
  }
}
