package shopcrew.bot.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.look.OutsideWorld.ACCESS;
import static shopcrew.bot.look.OutsideWorld.KEY;
import static shopcrew.bot.look.OutsideWorld.NUMBER;
import static shopcrew.bot.look.OutsideWorld.SECRET;
import static shopcrew.bot.look.OutsideWorld.TOKEN;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.Config;
import shopcrew.bot.config.Provider;
import shopcrew.bot.config.Settings;
import shopcrew.bot.look.Outside;
import shopcrew.bot.look.OutsideWorld;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Reply;
import shopcrew.bot.model.StandIn;
import shopcrew.db.Database;
import shopcrew.db.People;

/// Mei sits down with a token in her hand.
class TheFirstTenMinutesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final String NOTHING = "";

  @TempDir Path folder;
  private Path home = Path.of("");
  private final OutsideWorld world = new OutsideWorld();
  private final Outside outside = new Outside(Duration.ofSeconds(5));
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void the_platforms_are_stood_in_for() {
    home = folder.resolve("shop");
    environment.put("SHOPCREW_HOME", home.toString());
    environment.put("SHOPCREW_TELEGRAM_API_URL", world.url());
    environment.put("SHOPCREW_WHATSAPP_API_URL", world.url());
  }

  @AfterEach
  void closed() {
    outside.close();
    world.close();
  }

  private String types(String... lines) {
    var out = new ByteArrayOutputStream();
    var in = new BufferedReader(new StringReader(String.join("\n", lines) + "\n"));
    new Setup(
            this::settings,
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            outside,
            InstantSource.fixed(NOW))
        .run();
    return out.toString(StandardCharsets.UTF_8);
  }

  private Settings settings() {
    return Settings.of(environment);
  }

  private Config config() {
    return Config.of(settings());
  }

  private String[] everything() {
    return new String[] {
      "zh",
      "梅子灯饰",
      "梅",
      TOKEN,
      NUMBER,
      ACCESS,
      SECRET,
      "mei-and-jun",
      "是",
      "8.2",
      "是",
      "openai",
      world.url() + "/v1",
      KEY,
      "lamp-1",
      "4.20",
      "https://lamps.example.com/"
    };
  }

  @Test
  void everything_is_asked_looked_at_and_written() throws IOException {
    String seen = types(everything());
    Config config = config();
    assertEquals("zh", config.language());
    assertEquals(TOKEN, Objects.requireNonNull(config.telegram()).token());
    var whatsapp = Objects.requireNonNull(config.whatsapp());
    assertEquals(NUMBER, whatsapp.phoneNumberId());
    assertEquals(SECRET, whatsapp.appSecret());
    assertEquals("mei-and-jun", whatsapp.verifyToken());
    assertTrue(whatsapp.sharedWithApp());
    assertEquals(new BigDecimal("8.2"), whatsapp.euro());
    assertEquals("lamp-1", Objects.requireNonNull(config.models()).order().getFirst().name());
    assertEquals("https://lamps.example.com", config.publicUrl());
    for (String words :
        List.of(
            "“梅子灯饰”（@our_lamps_bot）",
            "+86 138 0013 8000（Mei Lamps）",
            "Callback URL 填 https://lamps.example.com/webhook/whatsapp",
            "Verify token 填 mei-and-jun",
            "smb_message_echoes",
            "https://t.me/our_lamps_bot?start=",
            "https://wa.me/8613800138000?text=PAIR%20",
            "https://lamps.example.com/pair?code=")) {
      assertTrue(seen.contains(words), words + "\n" + seen);
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(home.resolve("shopcrew.yaml"))));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home)));
    assertFalse(Files.exists(home.resolve("shopcrew.yaml.bak")));
  }

  @Test
  void each_link_lets_the_owner_in_once() {
    String seen = types(everything());
    var codes =
        Pattern.compile("(?:start=|PAIR%20|code=)([\\w-]{22})")
            .matcher(seen)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertEquals(3, codes.size(), seen);
    try (Database database = Database.open(home.resolve("shop.db"))) {
      assertEquals("梅子灯饰", database.store("shop").card().name());
      var people = new People(database, "shop");
      for (String code : codes) {
        assertEquals("梅", people.enter(code, NOW).orElseThrow().name());
        assertTrue(people.enter(code, NOW).isEmpty());
      }
    }
  }

  @Test
  void enter_keeps_what_was_given_and_no_secret_is_shown_whole() throws IOException {
    types(everything());
    Config before = config();
    String seen =
        types(
            NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING,
            NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
    assertEquals(before, config());
    assertTrue(seen.contains("[…6789]"), seen);
    for (String secret : List.of(TOKEN, ACCESS, SECRET, KEY)) {
      assertFalse(seen.contains(secret), seen);
    }
    String old = Files.readString(home.resolve("shopcrew.yaml.bak"));
    assertTrue(old.contains(TOKEN), "the file of before stands beside it");
  }

  @Test
  void telegram_alone_is_enough() {
    String seen = types("en", "Mei Lamps", "Mei", TOKEN, NOTHING, "no", NOTHING);
    Config config = config();
    assertNotNull(config.telegram());
    assertNull(config.whatsapp());
    assertNull(config.models());
    assertTrue(seen.contains("Good: the bot is \"梅子灯饰\" (@our_lamps_bot)."), seen);
    assertTrue(seen.contains("http://localhost:8080/pair?code="), seen);
    assertFalse(seen.contains("Callback URL"), seen);
  }

  @Test
  void what_is_wrong_is_said_and_asked_for_again() {
    String seen =
        types(
            "en",
            "Mei Lamps",
            "Mei",
            "not a token",
            TOKEN + "x",
            "yes",
            TOKEN,
            "+86 138",
            NUMBER + "0",
            ACCESS,
            "yes",
            NUMBER,
            ACCESS + "x",
            "yes",
            NOTHING,
            ACCESS,
            "wrong-secret",
            "yes",
            SECRET,
            NOTHING,
            "no",
            "a lot",
            "8.2",
            "yes",
            "deepseek",
            "openai",
            world.url() + "/v1",
            "wrong-key",
            "lamp-1",
            "yes",
            NOTHING,
            NOTHING,
            KEY,
            "lamp-2",
            "yes",
            NOTHING,
            NOTHING,
            NOTHING,
            "lamp-1",
            "free",
            "0",
            "shop.example.com",
            "https://lamps.example.com");
    for (String words :
        List.of(
            "A token is digits, a colon and letters",
            "Telegram does not know this token (401 Unauthorized)",
            "not the phone number.",
            "Meta does not find this number",
            "Meta does not know this access token",
            "not of the same app",
            "does not know this key",
            "There is no such model",
            "Type one of openai, anthropic, gemini, ollama.",
            "Type a number, such as 4.20",
            "It begins with https://")) {
      assertTrue(seen.contains(words), words + "\n" + seen);
    }
    assertNotNull(config().whatsapp());
    assertTrue(Objects.requireNonNull(config().models()).order().getFirst().prices().free());
  }

  @Test
  void a_model_on_her_own_machine_needs_no_key() {
    try (StandIn ollama = StandIn.speaking(Dialect.OLLAMA)) {
      ollama.answering(_ -> Reply.says("OK"));
      String seen =
          types(
              "en",
              "Mei Lamps",
              "Mei",
              NOTHING,
              NOTHING,
              "yes",
              "ollama",
              ollama.settings().url(),
              "llama",
              "2/8",
              NOTHING);
      assertTrue(seen.contains("[http://localhost:11434]"), seen);
      assertFalse(seen.contains("Key:"), seen);
      assertTrue(seen.contains("Good: llama answers."), seen);
    }
    Config.Model model = Objects.requireNonNull(config().models()).order().getFirst();
    assertEquals(Provider.OLLAMA, model.provider());
    assertFalse(model.prices().free());
  }

  @Test
  void it_can_be_stopped_and_begun_again() {
    String seen = types("en", "Mei Lamps", "Mei", TOKEN, NUMBER, ACCESS, "q");
    assertTrue(seen.contains("the finished steps are kept"), seen);
    assertNotNull(config().telegram());
    assertNull(config().whatsapp(), "half a channel is not kept");
    String again = types(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
    assertTrue(again.contains("[Mei Lamps]"), again);
    assertFalse(again.contains("What is your name"), again);
    assertNotNull(config().telegram());
  }

  @Test
  void without_a_network_the_values_are_kept_all_the_same() {
    world.close();
    String seen = types("en", "Mei Lamps", "Mei", TOKEN, "yes", NOTHING, "no", NOTHING);
    assertTrue(seen.contains("Nobody answers at that door"), seen);
    assertNotNull(config().telegram());
  }

  @Test
  void a_channel_is_left_out_again_by_off() {
    types(everything());
    types(NOTHING, NOTHING, "off", "off", "no", "off");
    assertNull(config().telegram());
    assertNull(config().whatsapp());
    assertNull(config().models());
    assertNull(config().publicUrl());
  }

  @Test
  void what_was_set_by_hand_stays() throws IOException {
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("shopcrew.yaml"),
        "port: 8090\n"
            + "telegram:\n"
            + "  rates:\n"
            + "    overall_per_second: 25\n"
            + "model:\n"
            + "  timeout_seconds: 9\n");
    types("en", "Mei Lamps", "Mei", TOKEN, NOTHING, NOTHING, NOTHING);
    assertEquals(8090, config().port());
    assertEquals(25, Objects.requireNonNull(config().telegram()).rates().overallPerSecond());
  }
}
