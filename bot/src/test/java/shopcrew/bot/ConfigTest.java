package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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

/// The settings, with all their faults at once.
class ConfigTest {
  private static final String TOKEN = "8123456789:AAE-a_Token-of-the-Lamp_Shop-0123456789";
  @TempDir Path home;

  private Config read(String file, String... environment) throws IOException {
    Files.writeString(home.resolve("shopcrew.yaml"), file);
    var variables = new HashMap<String, String>();
    variables.put("SHOPCREW_HOME", home.toString());
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    return Config.of(variables);
  }

  private List<String> faults(String file, String... environment) {
    var faults = assertThrows(Config.Faults.class, () -> read(file, environment));
    return String.valueOf(faults.getMessage()).lines().toList();
  }

  private static void says(List<String> faults, String... words) {
    assertEquals(
        1,
        faults.stream().filter(one -> List.of(words).stream().allMatch(one::contains)).count(),
        () -> List.of(words) + " in " + String.join("\n", faults));
  }

  @Test
  void nothing_set_is_enough() {
    Config config = Config.of(Map.of("SHOPCREW_HOME", home.toString()));
    assertEquals("shop", config.shop());
    assertEquals(8080, config.port());
    assertEquals("127.0.0.1", config.host());
    assertEquals("zh", config.language());
    assertNull(config.models());
    assertNull(config.telegram());
    assertNull(config.whatsapp());
    assertEquals(Duration.ofMillis(1500), config.conversation().burst());
  }

  @Test
  void every_fault_is_named_in_one_go() {
    var faults =
        faults(
            "",
            "SHOPCREW_SHOP",
            "Our Shop!",
            "SHOPCREW_PORT",
            "99999",
            "SHOPCREW_MODEL_URL",
            "ftp://model");
    assertEquals(3, faults.size(), faults::toString);
    for (String name : List.of("SHOPCREW_SHOP", "SHOPCREW_PORT", "SHOPCREW_MODEL")) {
      says(faults, name);
    }
  }

  @Test
  void four_settings_make_a_model() throws IOException {
    Config config =
        read(
            "",
            "SHOPCREW_MODEL_URL",
            "https://model.example/v1",
            "SHOPCREW_MODEL_KEY",
            "k",
            "SHOPCREW_MODEL_NAME",
            "m",
            "SHOPCREW_MODEL_PRICE",
            "4.20");
    assertEquals(
        Duration.ofSeconds(30),
        Objects.requireNonNull(config.models()).order().getFirst().timeout());
  }

  @Test
  void a_whole_shop_stands_in_one_file() throws IOException {
    Config config =
        read(
            """
            language: en
            shop: lamps            # its id
            port: 8090
            public_url: https://lamps.example.com
            telegram:
              token: "%s"
              mode: webhook
              webhook_secret: a-word-of-ours-alone
              rates:
                per_chat_per_second: 1000
            whatsapp:
              phone_number_id: 0123456789
              access_token: EAAG
              app_secret: abcdef
              verify_token: chosen-here
              shared_with_app: true
            conversation:
              burst_millis: 0
            privacy:
              keep_media_days: 30
            """
                .formatted(TOKEN));
    var telegram = Objects.requireNonNull(config.telegram());
    assertTrue(telegram.webhook());
    assertEquals(TOKEN, telegram.token());
    assertEquals(1000, telegram.rates().perChatPerSecond());
    assertEquals("https://api.telegram.org", telegram.apiUrl());
    var whatsapp = Objects.requireNonNull(config.whatsapp());
    assertEquals("0123456789", whatsapp.phoneNumberId());
    assertEquals(20, whatsapp.rates().perNumberPerSecond());
    assertEquals(Duration.ZERO, config.conversation().burst());
    assertEquals(30, config.privacy().mediaDays());
  }

  @Test
  void the_environment_stands_over_the_file() throws IOException {
    assertEquals(7000, read("port: 8090", "SHOPCREW_PORT", "7000").port());
    Path elsewhere = Files.writeString(home.resolve("elsewhere.yaml"), "port: 9999");
    assertEquals(9999, read("port: 8090", "SHOPCREW_CONFIG", elsewhere.toString()).port());
    says(
        faults("", "SHOPCREW_CONFIG", home.resolve("gone.yaml").toString(), "LANG", "en_GB.UTF-8"),
        "gone.yaml",
        "setup");
  }

  @Test
  void a_mistyped_name_is_shown_with_what_was_meant() {
    var faults =
        faults(
            "language: en\n"
                + "telegramm:\n"
                + "  token: x\n"
                + "port: 80\n"
                + "whatsapp:\n"
                + "  acces_token: x\n"
                + "colour: red\n",
            "SHOPCREW_TELEGRAM_TOKN",
            "x");
    assertEquals(4, faults.size(), faults::toString);
    says(faults, "\"telegramm\"", "line 2");
    says(faults, "\"whatsapp.acces_token\"", "line 6", "\"whatsapp.access_token\"");
    says(faults, "\"colour\"", "line 7");
    says(faults, "SHOPCREW_TELEGRAM_TOKN", "SHOPCREW_TELEGRAM_TOKEN");
  }

  @Test
  void half_a_channel_is_a_fault_and_none_is_not() throws IOException {
    says(
        faults("language: en\nwhatsapp:\n  phone_number_id: 123456\n  access_token: EAAG\n"),
        "whatsapp.app_secret, whatsapp.verify_token",
        "SHOPCREW_WHATSAPP_APP_SECRET");
    assertEquals(3, faults("telegram:\n  mode: webhook\n").size());
    assertNull(read("telegram:\n  token:\n  mode: polling\n").telegram());
  }

  @Test
  void the_faults_are_said_in_the_owners_language() {
    says(faults("port: many\n"), "第 1 行", "“port”", "many");
    says(faults("port: many\n", "LANG", "de_DE.UTF-8"), "shopcrew.yaml, line 1");
    says(faults("language: zh\nport: many\n", "LANG", "en_GB.UTF-8"), "第 2 行");
  }

  @Test
  void a_secret_is_in_no_fault_and_in_no_words_about_the_settings() throws IOException {
    var faults =
        faults(
            "language: en\ntelegram:\n  token: not a token but secret\npublic_url: http://x.y\n");
    says(faults, "telegram.token", "line 3");
    assertFalse(faults.toString().contains("but secret"));
    Config config =
        read(
            "telegram:\n  token: \"" + TOKEN + "\"\n",
            "SHOPCREW_MODEL_URL",
            "https://model.example/v1",
            "SHOPCREW_MODEL_KEY",
            "the-key-of-the-model",
            "SHOPCREW_MODEL_NAME",
            "m",
            "SHOPCREW_MODEL_PRICE",
            "0",
            "SHOPCREW_WHATSAPP_PHONE_NUMBER_ID",
            "123456",
            "SHOPCREW_WHATSAPP_ACCESS_TOKEN",
            "the-access-token",
            "SHOPCREW_WHATSAPP_APP_SECRET",
            "the-app-secret",
            "SHOPCREW_WHATSAPP_VERIFY_TOKEN",
            "the-verify-token");
    assertNotNull(config.whatsapp());
    String said = config.toString();
    for (String secret : List.of(TOKEN, "the-key", "the-access", "the-app", "the-verify")) {
      assertFalse(said.contains(secret), said);
    }
  }

  @Test
  void a_file_that_is_no_settings_is_said_in_one_sentence() throws IOException {
    assertEquals(1, faults("a: [1, 2").size());
    assertEquals(1, faults("telegram: off").size());
    assertEquals(1, faults("port: [8080]").size());
    assertEquals(1, faults("port: 1\nport: 2").size());
    assertEquals(1, faults("# " + "x".repeat(70_000)).size());
    assertEquals(1, faults("a: &a [*a, *a]").size());
    Files.write(home.resolve("shopcrew.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    assertThrows(Config.Faults.class, () -> Config.of(Map.of("SHOPCREW_HOME", home.toString())));
  }
}
