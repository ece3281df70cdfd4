package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.bot.model.Models;
import shopcrew.db.Database;

/// What the clock does in a shop, once for each slot.
class TheDaysWorkTest extends StoreWorld {
  private long runs(String job, String state) {
    return count(
        "SELECT count(*) FROM job_runs WHERE job = '"
            + job
            + "' AND state = '"
            + state
            + "' AND note <> 'opened'");
  }

  @Test
  void the_briefing_comes_at_half_past_eight_and_once() {
    time.comesTo("2026-11-21T08:29");
    assertEquals(0, runs("briefing", "done"));
    time.comesTo("2026-11-21T08:30");
    assertEquals(1, runs("briefing", "done"));
    assertEquals(1, briefings(mei));
    assertEquals(1, briefings(jun));
    for (int i = 0; i < 5; i++) shop.jobs().runDue();
    time.passes(Duration.ofMinutes(3));
    assertEquals(1, briefings(mei));
    lan.seesNothing();
    wangFang.seesNothing();
  }

  @Test
  void two_instances_of_the_shop_tell_it_once() {
    time.goesBy(Duration.ofHours(23));
    var means = new Shop.Means(Runnable::run, List.of(), Models.house());
    try (Shop other = Shop.open(home(), SHOP, time, means)) {
      other.jobs().runDue();
      shop.jobs().runDue();
      other.jobs().runDue();
    }
    assertEquals(1, runs("briefing", "done"));
    assertEquals(2, count("SELECT count(*) FROM messages WHERE key LIKE 'job:briefing:%'"));
  }

  @Test
  void a_shop_that_was_closed_runs_late_skips_and_asks_as_the_rules_say() {
    time.goesBy(Duration.ofDays(3).plusHours(2));
    theShopRestarts();
    assertEquals(1, runs("briefing", "done"), "RUN_LATE: the newest only");
    assertEquals(2, runs("briefing", "skipped"));
    assertEquals(0, runs("ad_results", "done"), "SKIP");
    assertEquals(3, runs("ad_results", "skipped"));
    assertEquals(1, runs("week", "skipped"), "ASK");
    mei.sees("上周小结", "现在要看吗").with("上周卖得怎么样");
    mei.taps("上周卖得怎么样");
    mei.sees("元");
    assertEquals(1, briefings(mei));
  }

  @Test
  void the_briefing_names_what_did_not_run() {
    time.goesBy(Duration.ofDays(3).plusHours(2));
    theShopRestarts();
    mei.sees("11-21 08:30、11-22 08:30 的早报没跑成", "11-23 09:00 的广告日报没跑成");
    jun.sees("The ad results of 11-21 09:00, 11-22 09:00, 11-23 09:00 did not run");
    time.comesTo("2026-11-24T08:30");
    assertEquals(1, mei.times("没跑成"), "said once");
    assertEquals(2, briefings(mei));
  }

  @Test
  void a_job_that_fails_is_noted_and_named() throws IOException {
    Files.writeString(home().resolve("backups"), "a file where the folder should be");
    time.comesTo("2026-11-21T05:16");
    assertEquals(1, runs("backup", "failed"));
    time.comesTo("2026-11-21T08:30");
    mei.sees("11-21 05:15 的备份出错了");
    jun.sees("The backup of 11-21 05:15 failed");
  }

  @Test
  void the_store_is_copied_every_night_and_seven_copies_are_kept() throws IOException {
    for (int day = 21; day <= 30; day++) time.comesTo("2026-11-%dT05:16".formatted(day));
    try (var files = Files.list(home().resolve("backups"))) {
      List<String> copies = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(7, copies.size(), copies::toString);
      assertTrue(copies.getLast().contains("2026-11-29T211500Z"), copies::toString);
    }
    time.comesTo("2026-11-30T05:20");
    try (var files = Files.list(home().resolve("backups"));
        Database copy = Database.open(files.sorted().toList().getLast())) {
      assertEquals(29, copy.store(SHOP).products().all().size());
    }
  }

  @Test
  void a_card_expires_by_the_clock_alone() {
    mei.says("在练习平台投50块推加大款马克杯，到周日");
    time.passes(Duration.ofHours(25));
    mei.sees("过了有效期", "没有花钱");
  }

  @Test
  void the_briefing_carries_the_head_of_the_books_once_there_is_one() {
    mei.says("给 XM-MB-102 投 sandbox 广告 100 块 3 天");
    time.comesTo("2026-11-21T08:30");
    String head = shop.gate().head();
    assertTrue(shop.gate().verifyReceipt(head), head);
    for (Phone phone : List.of(mei, jun)) {
      String text =
          phone.heard().stream()
              .filter(line -> line.key().startsWith("job:briefing:"))
              .findFirst()
              .orElseThrow()
              .text();
      assertTrue(text.contains(head), "F3: " + text);
    }
  }

  private static long briefings(Phone phone) {
    return phone.heard().stream().filter(line -> line.key().startsWith("job:briefing:")).count();
  }
}
