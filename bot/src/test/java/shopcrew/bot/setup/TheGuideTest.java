package shopcrew.bot.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopcrew.bot.config.Provider;
import shopcrew.bot.config.Setting;
import shopcrew.bot.config.Slot;
import shopcrew.bot.i18n.Bundle;
import shopcrew.roles.RoleName;

/// What the guide shows is what the set-up asks, word for word.
class TheGuideTest {
  private static final Path DOCS = Path.of("..", "docs");

  @ParameterizedTest
  @CsvSource({
    "telegram, en, telegram.md",
    "telegram, zh, telegram.zh.md",
    "whatsapp, en, whatsapp.md",
    "whatsapp, zh, whatsapp.zh.md"
  })
  void the_questions_stand_in_the_guide(String channel, String language, String file)
      throws IOException {
    String guide = Files.readString(DOCS.resolve(file));
    var asked = new TreeSet<String>();
    new Bundle("setup")
        .all(language)
        .forEach(
            (key, words) -> {
              if (!key.startsWith(channel + ".") || words.contains("{")) return;
              if (key.matches(".*\\.(off|shape|digits)")) return;
              words.lines().forEach(line -> assertTrue(guide.contains(line), key + ": " + line));
              asked.add(key);
            });
    assertTrue(asked.contains(channel + ".guide"), asked::toString);
  }

  @Test
  void every_setting_stands_in_the_guide() throws IOException {
    String guide = Files.readString(DOCS.resolve("run.md"));
    var missing = new TreeSet<String>();
    for (Setting setting : Setting.values()) {
      boolean stands =
          guide.contains(setting.key()) || guide.contains("`." + lastOf(setting) + "`");
      if (!stands) missing.add(setting.key());
    }
    assertEquals(new TreeSet<>(), missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"models.md", "models.zh.md"})
  void every_setting_of_a_model_stands_in_its_guide(String file) throws IOException {
    String guide = Files.readString(DOCS.resolve(file));
    var words = new TreeSet<>(Provider.words());
    for (Setting setting : Slot.FIRST.all()) words.add(lastOf(setting));
    for (RoleName role : RoleName.values()) words.add(lastOf(Setting.team(role.shortName())));
    words.addAll(List.of("team.choose", "team.write"));
    words.removeIf(word -> guide.contains("`" + word + "`") || guide.contains("`." + word + "`"));
    words.remove("manager");
    assertEquals(new TreeSet<>(), words);
    assertTrue(guide.contains("`team.manager`"));
  }

  private static String lastOf(Setting setting) {
    return setting.key().substring(setting.key().lastIndexOf('.') + 1);
  }
}
