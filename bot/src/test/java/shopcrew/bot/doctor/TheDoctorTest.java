package shopcrew.bot.doctor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.look.OutsideWorld.ACCESS;
import static shopcrew.bot.look.OutsideWorld.NUMBER;
import static shopcrew.bot.look.OutsideWorld.SECRET;
import static shopcrew.bot.look.OutsideWorld.TOKEN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.config.Settings;
import shopcrew.bot.look.Outside;
import shopcrew.bot.look.OutsideWorld;
import shopcrew.db.Conversations;
import shopcrew.db.Database;
import shopcrew.db.People;

/// A shop that is well, and each thing that can ail it.
class TheDoctorTest {
  @TempDir Path home;
  private final OutsideWorld world = new OutsideWorld();
  private final Outside outside = new Outside(Duration.ofSeconds(5));
  private final Map<String, String> environment = new HashMap<>();

  /// The stand-in's answers carry the machine's own time.
  private final InstantSource machine = InstantSource.system();

  private InstantSource clock = machine;

  @BeforeEach
  void a_shop_that_is_well() throws IOException {
    environment.put("SHOPCREW_HOME", home.toString());
    write(
        """
        language: en
        public_url: "%1$s"
        telegram:
          token: "%2$s"
          api_url: "%1$s"
        whatsapp:
          phone_number_id: "%3$s"
          access_token: "%4$s"
          app_secret: "%5$s"
          verify_token: "mei-and-jun"
          api_url: "%1$s"
        """
            .formatted(world.url(), TOKEN, NUMBER, ACCESS, SECRET));
    try (Database database = Database.open(home.resolve("shop.db"))) {
      new People(database, "shop").add(new People.Person("mei", "Mei", People.Kind.OWNER, "zh"));
      comesIn(database, "mei", "77");
    }
    Path backups = Files.createDirectory(home.resolve("backups"));
    Files.writeString(backups.resolve("shop-2026.db"), "a copy");
  }

  private static void comesIn(Database database, String person, String chat) {
    new Conversations(database, "shop").open("telegram", chat, person, "zh", Instant.EPOCH);
  }

  @AfterEach
  void closed() {
    outside.close();
    world.close();
  }

  private void write(String settings) throws IOException {
    Path file = home.resolve("shopcrew.yaml");
    Files.writeString(file, settings);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private String says(boolean well) {
    var out = new ByteArrayOutputStream();
    var doctor = new Doctor(Settings.of(environment), outside, clock);
    boolean is = doctor.tell(new PrintStream(out, true, StandardCharsets.UTF_8), "en");
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(is == well, said);
    for (String secret : List.of(TOKEN, ACCESS, SECRET)) {
      assertFalse(said.contains(secret), said);
    }
    return said;
  }

  private void complains(String words) {
    String said = says(false);
    assertTrue(said.lines().anyMatch(line -> line.startsWith("✗") && line.contains(words)), said);
  }

  private void mentions(String words) {
    String said = says(true);
    assertTrue(said.contains(words), said);
  }

  @Test
  void a_shop_that_is_well_is_said_to_be() {
    String said = says(true);
    for (String words :
        List.of(
            "✓ Settings",
            "✓ Java 25",
            "✓ Store: sound",
            "✓ Newest backup: 0 hours old",
            "✓ Telegram: @our_lamps_bot",
            "✓ WhatsApp: +86 138 0013 8000 (Mei Lamps)",
            "✓ Public address",
            "✓ Clock: right",
            "All is well.")) {
      assertTrue(said.contains(words), words + "\n" + said);
    }
  }

  @Test
  void settings_that_are_wrong_or_open_to_others() throws IOException {
    environment.put("SHOPCREW_PORT", "many");
    complains("SHOPCREW_PORT");
    environment.remove("SHOPCREW_PORT");
    Files.setPosixFilePermissions(
        home.resolve("shopcrew.yaml"), PosixFilePermissions.fromString("rw-r--r--"));
    complains("chmod 600");
  }

  @Test
  void a_store_that_is_missing_or_damaged() throws IOException {
    Path store = home.resolve("shop.db");
    byte[] bytes = Files.readAllBytes(store);
    for (int i = 4096; i < bytes.length; i++) bytes[i] = (byte) (i * 31);
    Files.write(store, bytes);
    complains("Store: ");
    Files.writeString(store, "this is no store at all, only a few words that are in its place");
    complains("Store: ");
    Files.delete(store);
    complains("there is none in");
  }

  @Test
  void a_shop_that_is_open_elsewhere_is_mentioned() throws IOException {
    mentions("not open now");
    Path lock = home.resolve("gate.sending.shop.lock");
    var options = List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(lock, options.toArray(StandardOpenOption[]::new));
        var _ = channel.lock()) {
      mentions("open in another process");
    }
    mentions("not open now");
  }

  @Test
  void backups_that_ceased() throws IOException {
    Path copy = home.resolve("backups/shop-2026.db");
    Files.setLastModifiedTime(copy, FileTime.from(machine.instant().minus(Duration.ofDays(4))));
    complains("4 days old");
    Files.delete(copy);
    mentions("No backup yet");
  }

  @Test
  void owners_who_have_not_come_in() {
    try (Database database = Database.open(home.resolve("shop.db"))) {
      new People(database, "shop").add(new People.Person("jun", "Jun", People.Kind.OWNER, "en"));
    }
    mentions("Not yet on a phone: Jun");
    try (Database database = Database.open(home.resolve("shop.db"))) {
      database.writing(h -> h.execute("UPDATE conversations SET person = NULL"));
    }
    complains("none of them has come in");
    try (Database database = Database.open(home.resolve("shop.db"))) {
      new People(database, "shop").left("mei", Instant.EPOCH);
      new People(database, "shop").left("jun", Instant.EPOCH);
    }
    complains("nobody yet");
  }

  @Test
  void a_clock_that_is_off() {
    clock = () -> machine.instant().plusSeconds(90);
    complains("off by 90 seconds");
    clock = () -> machine.instant().minusSeconds(200);
    complains("off by ");
  }

  @Test
  void telegram_that_does_not_answer_as_it_should() {
    environment.put("SHOPCREW_TELEGRAM_TOKEN", "1:wrong-token-of-somebody-else");
    complains("does not know the token (401 Unauthorized)");
    environment.remove("SHOPCREW_TELEGRAM_TOKEN");
    world.webhook = "https://other.example.com/hook";
    complains("brings messages to https://other.example.com/hook");
    world.webhook = "";
    world.webhookError = "Connection refused";
    complains("Connection refused");
    world.webhookError = "";
    world.waiting = 500;
    complains("500 messages wait");
    world.waiting = 0;
    environment.put("SHOPCREW_TELEGRAM_MODE", "webhook");
    environment.put("SHOPCREW_TELEGRAM_WEBHOOK_SECRET", "a-word-of-sixteen-letters");
    complains("/webhook/telegram");
    world.webhook = world.url() + "/webhook/telegram";
    says(true);
    environment.put("SHOPCREW_TELEGRAM_API_URL", "http://127.0.0.1:1");
    complains("nobody answers at that door");
  }

  @Test
  void whatsapp_that_does_not_answer_as_it_should() {
    environment.put("SHOPCREW_WHATSAPP_ACCESS_TOKEN", "EAAGold");
    complains("does not know the access token");
    environment.remove("SHOPCREW_WHATSAPP_ACCESS_TOKEN");
    environment.put("SHOPCREW_WHATSAPP_PHONE_NUMBER_ID", "13800138000");
    complains("does not find the number");
    environment.remove("SHOPCREW_WHATSAPP_PHONE_NUMBER_ID");
    environment.put("SHOPCREW_WHATSAPP_APP_SECRET", "of-another-app");
    complains("does not fit the token");
    environment.remove("SHOPCREW_WHATSAPP_APP_SECRET");
    world.quality = "RED";
    complains("rates the number RED");
  }

  @Test
  void a_door_that_does_not_answer() {
    world.doorStatus = 502;
    complains("not the shop behind it");
    world.doorStatus = 404;
    complains("leads to something else");
  }
}
