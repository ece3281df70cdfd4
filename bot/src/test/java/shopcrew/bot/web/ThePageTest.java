package shopcrew.bot.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wang Fang asks, Mei approves an ad, Jun's phone tells it too, and Mei stops everything: on a
// wide
/// screen with three phones, and on a narrow one with a switch.
class ThePageTest {
  private static final String MEI = ".phone[data-phone='mei'] ";
  private static final String JUN = ".phone[data-phone='jun'] ";
  private static final String CUSTOMER = ".phone[data-phone='customer'] ";

  @ParameterizedTest(name = "at {0} pixels")
  @CsvSource({"1280, 900", "390, 844"})
  void a_question_an_approval_and_stop(int width, int height, @TempDir Path home) {
    try (var browser = Browser.open(width, height);
        var world = DemoWorld.open(home)) {
      browser.go(world.server.address() + "/?language=zh");
      boolean narrow = width < 900;

      take(browser, narrow, 3);
      says(browser, CUSTOMER, "加大款的马克杯能进微波炉吗？多少钱？");
      browser.until(
          "the price of the large mug", () -> browser.text(CUSTOMER + ".theirs").contains("82"));
      assertFalse(browser.text(CUSTOMER).contains("停 · 别花了"), "a customer has no stop button");

      take(browser, narrow, 1);
      says(browser, MEI, "在练习平台投200块推加大款马克杯，到周日");
      browser.until("a card", () -> browser.all(MEI + ".card").size() == 1);
      assertTrue(browser.text(MEI + ".card").contains("200.00"));
      assertEquals("🔒", browser.one(MEI + ".card .badge").getAttribute("aria-label"));
      world.passes(Duration.ofSeconds(5));
      browser.tap(MEI + ".card:last-of-type button:nth-child(2)");
      browser.until("the second card", () -> browser.all(MEI + ".card").size() == 2);
      says(browser, MEI, "200");
      browser.until("the last card", () -> browser.all(MEI + ".card").size() == 3);
      world.passes(Duration.ofSeconds(5));
      assertEquals(0, world.ads().size(), "nothing is bought before the last yes");
      browser.tapLast(MEI + ".card .choices button:nth-child(2)");
      browser.until("that it was agreed", () -> browser.text(MEI).contains("分钟后去办"));
      world.passes(Duration.ofSeconds(130));
      browser.until("a receipt", () -> browser.all(MEI + ".receipt").size() == 1);
      assertEquals(1, world.ads().size(), "one ad in the platform's own book");

      browser.until("a double tap is over", () -> browser.all(MEI + "[data-busy]").isEmpty());
      int told = browser.all(MEI + ".theirs").size();
      browser.tapLast(MEI + ".card .choices button:nth-child(2)");
      browser.until(
          "an answer to the old button", () -> browser.all(MEI + ".theirs").size() > told);
      world.passes(Duration.ofSeconds(130));
      assertEquals(1, world.ads().size(), "a second tap does nothing");

      browser.tap(MEI + ".stop");
      browser.until("that all is stopped", () -> browser.text(MEI).contains("已全部停下"));
      take(browser, narrow, 2);
      browser.until("Jun is told", () -> browser.text(JUN).contains("已全部停下"));
      assertEquals(0, browser.all(".unsent").size());
    }
  }

  private static void take(Browser browser, boolean narrow, int phone) {
    if (narrow) browser.tap(".tabs button:nth-child(" + phone + ")");
  }

  private static void says(Browser browser, String phone, String words) {
    browser.type(phone + "textarea", words);
    browser.enter(phone + "textarea");
  }
}
