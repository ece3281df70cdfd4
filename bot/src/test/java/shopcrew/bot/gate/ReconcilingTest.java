package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.SHOP;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.sandbox.SandboxAds;

/// What runs on the platforms and is not in the books, two bots on one folder, and the switch of
/// whoever runs the machine.
class ReconcilingTest {
  private static final Duration MOMENT = Duration.ofSeconds(11);

  @TempDir Path folder;
  private GateWorld world;
  private Path backup;

  @BeforeEach
  void open() throws IOException {
    world = new GateWorld(Files.createDirectory(folder.resolve("home")));
    backup = folder.resolve("backup.db");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /// A backup, then an ad that it never heard of, then the backup takes the place of the books.
  private void anAdThatTheBooksForgot() throws IOException {
    world.db.backup(backup);
    world.propose(world.mei, ad(90));
    world.mei.agrees(90);
    world.passes(MOMENT);
    assertEquals(1, world.activations());
    world.close();
    for (String left : new String[] {"shop.db-wal", "shop.db-shm"}) {
      Files.deleteIfExists(world.folder.resolve(left));
    }
    Files.copy(backup, world.folder.resolve("shop.db"), StandardCopyOption.REPLACE_EXISTING);
    world.restarts();
  }

  private void resumes() {
    world.mei.types("恢复花钱");
    world.mei.taps("恢复花钱");
    world.mei.types("恢复花钱");
  }

  @Test
  @DisplayName("D8: what was asked for and set running after the backup is paused and told")
  void an_ad_that_the_books_never_heard_of_is_paused_and_told() throws IOException {
    anAdThatTheBooksForgot();
    world.passes(MOMENT);
    assertEquals(1, world.mei.times("账本里没有的广告在跑"));
    assertEquals(1, world.mei.times("花了 30.00 元，请到平台后台核对"));
    assertEquals(1, world.jun.times("It spent CNY 30.00"));
    resumes();
    assertFalse(world.gate.frozen());
    world.passes(Duration.ofDays(3));
    assertEquals(yuan(30), world.charged(), "it never ran again");
    assertEquals(1, world.mei.times("账本里没有的广告在跑"));
  }

  @Test
  @DisplayName("D8: nobody resumes before the platforms have answered")
  void resuming_waits_for_the_look_at_the_platforms() throws IOException {
    anAdThatTheBooksForgot();
    world.faults.down = true;
    world.passes(MOMENT);
    world.mei.types("恢复花钱");
    world.mei.sees("还在到平台上核对");
    assertTrue(world.gate.frozen());
    world.faults.down = false;
    world.passes(MOMENT);
    resumes();
    assertFalse(world.gate.frozen());
  }

  @Test
  @DisplayName("C1: of two bots on one folder one sends; the other takes over when it has ended")
  void only_one_of_two_bots_sends() {
    world.propose(world.mei, ad(50));
    world.mei.agrees(50);
    var first = Installation.alone(world.folder, SHOP);
    assertTrue(first.sends());
    second();
    world.passes(MOMENT);
    assertEquals("ARMED", world.state());
    world.jun.types("STOP");
    assertEquals("VOIDED", world.state(), "E2: anybody stops, whichever bot they talk to");
    first.close();
    resumes();
    world.propose(world.mei, ad(60));
    world.mei.agrees(60);
    world.passes(MOMENT);
    assertEquals("ACTIVE", world.state());
  }

  /// The bot as `run` opens it, beside another.
  private void second() {
    world.gate.close();
    var file = world.folder.resolve("sandbox-ads.db");
    world.ads = SandboxAds.open(file, world.time, GateWorld.SHANGHAI);
    world.faults = new Faults(new SandboxPort(world.ads));
    world.gate = world.make(Installation.alone(world.folder, SHOP));
  }

  @Test
  void the_owners_hear_of_the_operators_switch_once_a_day() throws IOException {
    Path off = Files.createFile(world.folder.resolve(Installation.SWITCH));
    world.passes(MOMENT);
    world.passes(MOMENT);
    assertEquals(1, world.mei.times("管这台机器的人把花钱关掉了：可以提"));
    world.propose(world.mei, ad(50));
    world.mei.agrees(50);
    world.passes(MOMENT);
    world.mei.sees("管这台机器的人把花钱关掉了，没有办");
    Files.delete(off);
    world.passes(MOMENT);
    assertFalse(world.gate.frozen());
  }

  @Test
  @DisplayName("D1: the switch between the claim and the start leaves nothing running")
  void a_switch_while_it_is_being_sent_stops_it_before_it_starts() {
    world.crash =
        point -> {
          if (point.equals("created paused")) switchOff();
        };
    world.propose(world.mei, ad(50));
    world.mei.agrees(50);
    world.passes(MOMENT);
    assertEquals("VOIDED", world.state());
    assertEquals(0, world.activations());
  }

  private void switchOff() {
    try {
      Files.createFile(world.folder.resolve(Installation.SWITCH));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
