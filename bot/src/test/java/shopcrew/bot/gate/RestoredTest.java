package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Yesterday's backup knows nothing of what was done since. D8: it never sends anything by itself.
class RestoredTest {
  private static final Duration MOMENT = Duration.ofSeconds(11);

  @TempDir Path folder;
  private GateWorld world;
  private Path backup;

  @BeforeEach
  void open() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    world = new GateWorld(home);
    backup = folder.resolve("backup.db");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_backup_from_before_a_spend_opens_frozen_and_buys_nothing_twice() throws IOException {
    world.propose(world.mei, ad(90));
    world.mei.agrees(90);
    world.db.backup(backup); // the yes is in it, the claim is not
    world.passes(MOMENT);
    assertEquals(1, world.activations());

    restores();
    assertTrue(world.gate.frozen(), "D8: boots frozen");
    assertEquals("VOIDED", world.state(), "what was agreed to is off");
    world.mei.sees("从备份恢复");
    world.jun.sees("nothing spent by that");
    world.passes(Duration.ofMinutes(5));
    assertEquals(1, world.activations(), "C1: not a second time");
    assertEquals(yuan(30), world.charged());
    world.checks();
    assertEquals(
        0,
        world.ads.all().stream().filter(a -> a.state().name().equals("RUNNING")).count(),
        "D4: what was sent after the backup is found by its tag and stopped");
    assertEquals(1, world.mei.times("花了 30.00 元"), "and told, though the books had lost it");
  }

  @Test
  void a_card_from_the_backup_is_dead_and_only_a_resume_lets_new_ones_be_done() throws IOException {
    world.propose(world.mei, ad(90));
    var old = world.mei.lastWith("先看清楚").button("先看清楚");
    world.db.backup(backup);
    world.mei.taps("不花");
    restores();
    assertEquals("REJECTED", world.state());
    world.mei.taps(old);
    assertEquals("REJECTED", world.state(), "A5: its buttons are dead");
    world.propose(world.mei, ad(80));
    world.mei.sees("停花状态");

    resumes();
    assertFalse(world.gate.frozen());
    world.propose(world.mei, ad(80));
    world.mei.agrees(80);
    world.passes(MOMENT);
    assertEquals(1, world.activations());
    world.restarts();
    assertFalse(world.gate.frozen(), "once resumed it is the shop's book again");
  }

  @Test
  void what_was_on_its_way_in_the_backup_is_unknown_until_the_platform_was_asked()
      throws IOException {
    world.propose(world.mei, ad(90));
    world.mei.agrees(90);
    world.crash =
        point -> {
          if (point.equals("claimed, not sent")) world.db.backup(backup);
        };
    world.passes(MOMENT);
    world.crash = CrashPoints.NONE;
    assertEquals("ACTIVE", world.state());
    world.mei.types("停");
    restores();
    assertEquals("UNKNOWN", world.state());
    assertEquals(yuan(90).minor(), held(), "C6: the hold stays as long as nobody knows");
    world.passes(MOMENT);
    assertEquals(1, world.activations());
    assertTrue(List.of("ACTIVE", "SETTLED").contains(world.state()), "T18: found by its tag");
    assertEquals(yuan(30), world.charged());
    world.checks();
  }

  @Test
  void a_second_restore_is_another_generation_and_freezes_again() throws IOException {
    world.propose(world.mei, ad(90));
    world.db.backup(backup);
    world.mei.taps("不花");
    restores();
    resumes();
    restores();
    assertTrue(world.gate.frozen());
    assertEquals(1, world.mei.times("从备份恢复"), "the first word of it went with the books");
    assertEquals("2", generation());
  }

  @Test
  void a_copied_folder_opens_frozen_and_the_first_one_works_on() throws IOException {
    world.propose(world.mei, ad(90));
    world.mei.agrees(90);
    world.close();
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (var files = Files.list(world.folder)) {
      for (Path file : files.toList()) Files.copy(file, copy.resolve(file.getFileName()));
    }
    try (var second = new GateWorld(copy)) {
      second.time.set(world.time.instant());
      assertTrue(second.gate.frozen(), "D8: a second installation cannot claim");
      second.passes(MOMENT);
      assertEquals(0, second.activations());
    }
    world.restarts();
    assertFalse(world.gate.frozen());
    world.passes(MOMENT);
    assertEquals(1, world.activations());
  }

  @Test
  void books_that_were_never_seen_here_open_frozen() throws IOException {
    world.propose(world.mei, ad(90));
    world.close();
    Files.delete(world.folder.resolve("gate.generation." + GateWorld.SHOP));
    world.restarts();
    assertTrue(world.gate.frozen());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "a b c d", "a -1 5 x", "a 1 5"})
  void a_damaged_note_freezes(String damaged) throws IOException {
    world.propose(world.mei, ad(90));
    world.close();
    Files.writeString(world.folder.resolve("gate.generation." + GateWorld.SHOP), damaged);
    world.restarts();
    assertTrue(world.gate.frozen());
    assertEquals("REJECTED", world.state());
  }

  @Test
  void a_note_that_is_behind_the_books_is_a_crash_and_freezes_nothing() throws IOException {
    Path note = world.folder.resolve("gate.generation." + GateWorld.SHOP);
    for (int step = 0; step < 4; step++) {
      String before = Files.readString(note);
      world.propose(world.mei, ad(60 + step));
      world.mei.taps("不花");
      world.close();
      Files.writeString(note, before); // the power went before the note was written
      world.restarts();
      assertFalse(world.gate.frozen(), "a crash is no restore");
    }
  }

  @Test
  void books_that_are_exchanged_while_the_shop_is_open_send_nothing() throws IOException {
    world.propose(world.mei, ad(90));
    world.mei.agrees(90);
    Path note = world.folder.resolve("gate.generation." + GateWorld.SHOP);
    String[] seen = Files.readString(note).split(" ");
    // as if another process had gone further in the books that were taken away
    Files.writeString(note, seen[0] + " 0 " + 99_999 + " " + "f".repeat(64) + "\n");
    world.passes(MOMENT);
    assertEquals(0, world.activations());
    assertTrue(world.gate.frozen());
    assertEquals(0, world.faults.asked, "D8: found out between the claim and the sending");
  }

  @Test
  void the_operators_switch_voids_what_was_agreed_to_and_says_so() throws IOException {
    Path off = Files.createFile(world.folder.resolve(Installation.SWITCH));
    world.propose(world.mei, ad(90));
    world.mei.agrees(90);
    world.passes(MOMENT);
    assertEquals("VOIDED", world.state());
    world.mei.sees("没有花钱");
    assertEquals(0, world.faults.asked);
    Files.delete(off);
    world.propose(world.mei, ad(80));
    world.mei.agrees(80);
    world.passes(MOMENT);
    assertEquals(1, world.activations());
  }

  /// As the guide says: the shop is closed, the backup takes the place of the books.
  private void restores() throws IOException {
    world.close();
    for (String left : new String[] {"shop.db-wal", "shop.db-shm"}) {
      Files.deleteIfExists(world.folder.resolve(left));
    }
    Files.copy(backup, world.folder.resolve("shop.db"), StandardCopyOption.REPLACE_EXISTING);
    world.restarts();
  }

  private void resumes() {
    world.gate.sweep(); // the platforms are looked at first
    assertTrue(world.mei.types("恢复花钱"));
    world.mei.taps("恢复花钱");
    if (world.gate.frozen()) assertTrue(world.mei.types("恢复花钱"));
  }

  private long held() {
    return world.number(
        "SELECT COALESCE(SUM(CASE kind WHEN 'HOLD' THEN amount WHEN 'OVERRUN' THEN 0"
            + " ELSE -amount END), 0) FROM gate_ledger");
  }

  private String generation() throws IOException {
    return Files.readString(world.folder.resolve("gate.generation." + GateWorld.SHOP))
        .split(" ")[1];
  }
}
