package shopcrew.bot.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.Config;
import shopcrew.roles.RoleName;

/// Mei writes down her models, and who of the team works with which.
class TheTeamsModelsTest {
  private static final String THREE =
      """
      language: en
      model:
        url: http://localhost:8000/v1/
        key: none
        name: qwen
        price: 0
      second_model:
        provider: anthropic
        key: the-second-key
        name: claude
        price: 2026-01-01 21/105; 2026-12-01 14/70
        timeout_seconds: 60
        streams: true
        sees: true
      third_model:
        provider: ollama
        url: http://localhost:11434
        name: llama
        price: 0
        hears: true
      """;

  @TempDir Path home;

  private Config config(String file, String... environment) {
    var variables = new HashMap<>(Map.of("SHOPCREW_HOME", home.toString()));
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    try {
      Files.writeString(home.resolve("shopcrew.yaml"), file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Config.of(Settings.of(variables));
  }

  private Config.Models models(String file, String... environment) {
    return Objects.requireNonNull(config(file, environment).models());
  }

  private static List<String> names(List<Config.Model> models) {
    return models.stream().map(Config.Model::name).toList();
  }

  private void isWrong(String file, String... words) {
    var faults = assertThrows(Config.Faults.class, () -> config(file));
    String said = String.valueOf(faults.getMessage());
    assertEquals(1, said.lines().count(), said);
    for (String word : words) assertTrue(said.contains(word), said);
  }

  @Test
  void each_place_has_the_same_keys() {
    List<Config.Model> order = models(THREE).order();
    assertEquals(List.of("qwen", "claude", "llama"), names(order));
    Config.Model qwen = order.getFirst();
    assertEquals(Provider.OPENAI, qwen.provider());
    assertEquals("http://localhost:8000/v1", qwen.url());
    assertEquals(Duration.ofSeconds(30), qwen.timeout());
    assertFalse(qwen.streams() || qwen.hears() || qwen.sees());
    Config.Model claude = order.get(1);
    assertEquals(Provider.ANTHROPIC, claude.provider());
    assertEquals("", claude.url());
    assertEquals("the-second-key", claude.key());
    assertEquals(2, claude.prices().rows().size());
    assertEquals(Duration.ofSeconds(60), claude.timeout());
    assertTrue(claude.streams() && claude.sees() && !claude.hears());
    Config.Model llama = order.getLast();
    assertEquals("", llama.key());
    assertTrue(llama.hears());
  }

  @Test
  void without_a_word_on_it_they_stand_in_their_order_for_everything() {
    Config.Models models = models(THREE);
    assertEquals(models.order(), models.choose());
    assertEquals(Map.of(), models.roles());
  }

  @Test
  void a_cheap_one_chooses_and_a_better_one_writes() {
    Config.Models models =
        models(
            THREE
                + """
                team:
                  choose: third, first
                  write: second,first
                  service: second
                """,
            "SHOPCREW_TEAM_MANAGER",
            "third");
    assertEquals(List.of("llama", "qwen"), names(models.choose()));
    assertEquals(List.of("claude", "qwen"), names(models.order()));
    assertEquals(
        List.of("claude"),
        names(Objects.requireNonNull(models.roles().get(RoleName.CUSTOMER_SERVICE))));
    assertEquals(
        List.of("llama"),
        names(Objects.requireNonNull(models.roles().get(RoleName.STORE_MANAGER))));
    assertEquals(2, models.roles().size());
  }

  @Test
  void a_second_one_alone_is_enough() {
    String second = "second_model:\n  provider: gemini\n  key: k\n  name: flash\n  price: 2/8\n";
    assertEquals(List.of("flash"), names(models(second).order()));
    assertNull(config("model:\n  timeout_seconds: 9\n  sees: true\n").models());
    assertEquals(
        "env-key", models(second, "SHOPCREW_SECOND_MODEL_KEY", "env-key").order().getFirst().key());
  }

  @Test
  void what_is_missing_depends_on_the_provider() {
    String ollama = "language: en\nmodel:\n  provider: ollama\n  name: llama\n";
    isWrong(ollama, "model.url, model.price", "SHOPCREW_MODEL_URL, SHOPCREW_MODEL_PRICE");
    isWrong(
        "language: en\nthird_model:\n  provider: anthropic\n", "third_model.key, third_model.name");
    isWrong("language: en\nmodel:\n  name: m\n  price: 1\n", "model.url, model.key (");
    isWrong("model:\n  name: m\n  price: 1\n", "还缺：model.url, model.key（");
  }

  @Test
  void each_fault_says_what_to_write() {
    isWrong("language: en\nmodel:\n  sees: perhaps\n", "model.sees", "line 3", "true or false");
    isWrong(THREE.replace("ollama", "olama"), "third_model.provider", "openai, anthropic, gemini");
    isWrong(THREE.replace("21/105", "21:105"), "second_model.price", "2/8", "21:105");
    isWrong(THREE + "team:\n  write: second, best\n", "team.write", "second, best");
    isWrong(THREE + "team:\n  write: second, second\n", "each once");
    isWrong(THREE + "team:\n  write: first, second, third, first\n", "each once");
    isWrong(THREE + "team:\n  servise: second\n", "\"team.service\"");
    isWrong("team:\n  promotion: third\n", "third_model.name");
  }

  @Test
  void no_key_stands_in_words_about_the_settings() {
    assertFalse(config(THREE).toString().contains("the-second-key"));
    var settings = Settings.of(Map.of("SHOPCREW_HOME", home.toString()));
    assertTrue(settings.secrets().contains("the-second-key"), "the log leaves it out");
  }
}
