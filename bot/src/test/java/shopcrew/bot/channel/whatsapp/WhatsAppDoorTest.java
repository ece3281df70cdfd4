package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;

/// Only the platform comes in by this door, and it hears that we have it once we do.
class WhatsAppDoorTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final byte[] HELLO = Hook.text("8613800000001", "wamid.1", "有露营灯吗？🏕", NOON);

  private final List<Arrival> taken = new CopyOnWriteArrayList<>();
  private volatile boolean full;
  private Javalin javalin;
  private Hook hook;

  @BeforeEach
  void open() {
    var account =
        Account.of(
            URI.create("http://127.0.0.1:1"),
            Account.VERSION,
            StandInWhatsApp.NUMBER,
            StandInWhatsApp.TOKEN,
            StandInWhatsApp.SECRET,
            StandInWhatsApp.VERIFY);
    var door = new WhatsAppDoor(account, this::take, InstantSource.fixed(NOON));
    javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              door.routes(config.routes);
            });
    javalin.start("127.0.0.1", 0);
    hook = new Hook(URI.create("http://127.0.0.1:" + javalin.port()));
  }

  @AfterEach
  void close() {
    javalin.stop();
  }

  private void take(List<Arrival> arrivals) {
    if (full) throw new IllegalStateException("the disk is full");
    taken.addAll(arrivals);
  }

  @Test
  void what_the_platform_signed_is_taken() {
    assertEquals(200, hook.brings(HELLO));
    assertEquals(new Arrival.Words("有露营灯吗？🏕"), taken.getFirst().body());
  }

  @Test
  void what_could_not_be_stored_is_not_acknowledged_so_that_it_comes_again() {
    full = true;
    assertEquals(503, hook.brings(HELLO));
    full = false;
    assertEquals(200, hook.brings(HELLO));
    assertEquals(1, taken.size());
  }

  @Test
  void nobody_else_comes_in() {
    assertEquals(401, hook.forges(HELLO));
    assertEquals(401, hook.brings(HELLO, ""));
    assertEquals(401, hook.brings(HELLO, "sha256="));
    String good = new Signature(StandInWhatsApp.SECRET).sign(HELLO);
    assertEquals(401, hook.brings(HELLO, good.toUpperCase(java.util.Locale.ROOT)));
    assertEquals(401, hook.brings(HELLO, good.replace("sha256", "sha1")));
    var random = new SplittableRandom(7);
    for (int i = 0; i < 50; i++) {
      byte[] other = HELLO.clone();
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
      assertEquals(401, hook.brings(other, good));
    }
    assertTrue(taken.isEmpty());
  }

  @Test
  void a_body_without_end_is_not_read() {
    byte[] large = new byte[WhatsAppDoor.MOST_BYTES + 1];
    Arrays.fill(large, (byte) ' ');
    assertEquals(413, hook.brings(large));
    assertEquals(
        200, hook.brings(Arrays.copyOf(large, large.length - 1)), "nothing in it, but signed");
  }

  @Test
  void what_is_signed_and_makes_no_sense_is_not_brought_again_for_a_week() {
    assertEquals(200, hook.brings("{\"entry\":".getBytes(StandardCharsets.UTF_8)));
    assertTrue(taken.isEmpty());
  }

  @Test
  void the_address_is_confirmed_to_who_knows_the_word() {
    var yes = hook.verifies(StandInWhatsApp.VERIFY, "4711");
    assertEquals(200, yes.statusCode());
    assertEquals("4711", yes.body());
    assertEquals(403, hook.verifies("guess", "4711").statusCode());
    assertEquals(403, hook.verifies(StandInWhatsApp.VERIFY, "%3Cscript%3E").statusCode());
  }
}
