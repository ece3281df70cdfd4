package shopcrew.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shopcrew.bot.backup.Parcel;
import shopcrew.bot.backup.Restore;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.model.Models;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// Each morning Mei and Jun get a locked copy of the shop into their own chats. One day they need
/// it.
class ABackupOutsideTheHouseTest extends StoreWorld {
  private static final String PASSWORD = "the-cat-in-the-kiln";

  private long most = Long.MAX_VALUE;

  @Override
  protected Way way() {
    return new OnTelegram(time, this::home);
  }

  @Override
  protected Config.Backup backup() {
    return new Config.Backup(PASSWORD, home().resolve("shopcrew.yaml"));
  }

  /// Telegram, on a day with a smaller limit.
  @Override
  protected List<Channel> channels() {
    Channel telegram = way.made();
    return List.of(
        new Channel() {
          @Override
          public String name() {
            return telegram.name();
          }

          @Override
          public Delivery send(Conversation to, Line line, int from) {
            return telegram.send(to, line, from);
          }

          @Override
          public long largestFile() {
            return Math.min(most, telegram.largestFile());
          }
        });
  }

  private Path parcel(String day) {
    return home().resolve("backups/shopcrew-" + day + ".zip");
  }

  private long sent() {
    return count("SELECT count(*) FROM messages WHERE file <> ''");
  }

  private Restore.Done restore(Path from, Path to, @Nullable String password) throws Exception {
    return new Restore(to, time)
        .from(
            from,
            () -> {
              if (password == null) throw new AssertionError("no password is needed");
              return password.toCharArray();
            });
  }

  @Test
  void it_comes_to_both_owners_and_to_nobody_else_and_opens_with_the_password() throws Exception {
    Files.writeString(home().resolve("shopcrew.yaml"), "shop: kiln # the keys of the house\n");
    time.comesTo("2026-11-21T05:16");
    mei.sees("今早的备份", "backup.password");
    jun.sees("This morning's backup");
    lan.seesNothing();
    wangFang.seesNothing();
    assertEquals(2, sent());
    Path zip = parcel("2026-11-21");
    assertFalse(new String(Files.readAllBytes(zip), UTF_8).contains("keys of the house"));
    Path out = Files.createDirectory(home().resolve("out"));
    assertThrows(
        Parcel.WrongPassword.class, () -> Parcel.unpack(zip, "the-dog".toCharArray(), out));
    Parcel.unpack(zip, PASSWORD.toCharArray(), out);
    for (String name : Parcel.NAMES) assertTrue(Files.size(out.resolve(name)) > 0, name);
    assertEquals(-1, Files.mismatch(home().resolve("gate.key"), out.resolve("gate.key")));
  }

  @Test
  void a_day_on_which_nothing_happened_brings_none() {
    time.comesTo("2026-11-21T05:16");
    time.comesTo("2026-11-22T05:16");
    time.comesTo("2026-11-23T05:16");
    assertEquals(2, sent());
    wangFang.says("加大款的马克杯多少钱？");
    time.comesTo("2026-11-24T05:16");
    assertEquals(4, sent());
    time.comesTo("2026-11-24T23:00");
    assertEquals(4, sent(), "once a day");
  }

  @Test
  void one_that_is_too_large_stays_and_the_owners_are_told_where() {
    most = 1_000;
    time.comesTo("2026-11-21T05:16");
    mei.sees("没有发给您", parcel("2026-11-21").toString());
    jun.sees("lies on the shop's computer");
    assertEquals(0, sent());
  }

  @Test
  void on_another_machine_it_is_the_shop_again_with_spending_stopped() throws Exception {
    mei.says("在练习平台投50块推加大款马克杯，到周日");
    time.comesTo("2026-11-21T05:16");
    Path zip = parcel("2026-11-21");
    Path there = home().resolve("another-machine");
    var wrong = assertThrows(Restore.Refused.class, () -> restore(zip, there, "the-dog"));
    assertEquals("password", wrong.why());
    assertFalse(Files.exists(there.resolve("shop.db")), "nothing was changed");

    var done = restore(zip, there, PASSWORD);
    assertTrue(done.stopped());
    assertEquals(List.of(), done.aside());
    shop.close();
    var means = new Shop.Means(Runnable::run, channels(), Models.house());
    shop = Shop.open(there, SHOP, time, means);
    way.opens(shop);
    act("— the shop opens on another machine —");
    shop.resume();
    shop.tick();
    collect();
    assertTrue(shop.gate().frozen());
    assertTrue(shop.gate().verifyLedger().good());
    mei.sees("从备份恢复");
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.sees("82");
    mei.says("恢复花钱");
    mei.taps("恢复花钱");
    mei.says("恢复花钱");
    assertFalse(shop.gate().frozen());
  }

  @Test
  void an_open_shop_is_left_alone_and_what_was_there_is_moved_aside() throws Exception {
    mei.says("在练习平台投50块推加大款马克杯，到周日");
    time.comesTo("2026-11-21T05:16");
    Path plain = home().resolve("backups/shop-2026-11-20T211500Z.db");
    var refused = assertThrows(Restore.Refused.class, () -> restore(plain, home(), null));
    assertEquals("running", refused.why());
    shop.close();
    var done = restore(plain, home(), null);
    assertTrue(done.aside().contains("shop.before-2026-11-20T211600.db"), done::toString);
    assertTrue(Files.exists(home().resolve(done.aside().getFirst())));
    opens();
    assertTrue(shop.gate().frozen());
  }

  @Test
  void what_is_no_shop_is_refused_and_nothing_is_changed() throws IOException {
    shop.close();
    byte[] before = Files.readAllBytes(home().resolve("shop.db"));
    Path empty = Files.createFile(home().resolve("empty.db"));
    Path words = Files.writeString(home().resolve("words.db"), "dear diary ".repeat(100));
    for (Path file : List.of(empty, words)) {
      var refused = assertThrows(Restore.Refused.class, () -> restore(file, home(), null));
      assertEquals("nothing", refused.why());
    }
    assertEquals(before.length, Files.size(home().resolve("shop.db")));
    opens();
  }

  private void opens() {
    shop = Shop.open(home(), SHOP, time, new Shop.Means(Runnable::run, channels(), Models.house()));
    way.opens(shop);
    shop.tick();
  }
}
