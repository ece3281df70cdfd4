package shopcrew.bot.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.demo.Demo;
import shopcrew.db.People;
import shopcrew.db.People.Person;

/// Mei reads the month on her phone; nobody else does.
class PaperTest {
  @TempDir Path home;
  private DemoWorld world;

  @BeforeEach
  void open() {
    world = DemoWorld.open(home);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_owner_gets_the_month_as_a_page_and_as_a_table() throws IOException {
    var answer = asked(world.phone("mei"), "");
    assertEquals(200, answer.statusCode(), answer.body());
    var paper = new ObjectMapper().readTree(answer.body());
    assertTrue(paper.get("page").asText().startsWith("<article"), answer.body());
    assertTrue(paper.get("csv").asText().startsWith("\uFEFF"), answer.body());
    String month = paper.get("month").asText();
    assertTrue(month.matches("\\d{4}-\\d\\d"), month);
    assertEquals(200, asked(world.phone("mei"), month).statusCode());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void neither_a_customer_nor_a_clerk_nor_nobody_sees_the_shops_money() {
    assertEquals(403, asked(world.phone("customer"), "").statusCode());
    var lan = new Person("lan", "小兰", People.Kind.STAFF, "zh");
    var shop = world.demo.shop();
    shop.rooms().people().add(lan);
    assertEquals(403, asked(new Sessions(shop).person(lan, "zh").token(), "").statusCode());
    assertEquals(401, asked("guessed", "").statusCode());
  }

  @Test
  void a_month_that_is_none_or_has_not_begun_is_refused_in_one_sentence() {
    for (String month : new String[] {"2199-01", "13", "2026-13", "-1"}) {
      var answer = asked(world.phone("mei"), month);
      assertEquals(400, answer.statusCode(), month);
      assertTrue(answer.body().contains("Choose one such as 2026-11"), answer.body());
    }
  }

  @Test
  void mei_opens_it_from_her_page_and_reads_it_without_moving_it_sideways() {
    try (var browser = Browser.open(390, 844)) {
      var people = world.demo.shop().rooms().people();
      people.invite(Demo.MEI.id(), "the-code", world.demo.clock().instant(), Duration.ofHours(1));
      browser.go(world.server.address() + "/owner?code=the-code&language=zh");
      browser.until("the link", () -> browser.text(".statement-link").contains("对账单"));
      browser.go(world.server.address() + "/statement?language=zh");
      browser.until("the sheet", () -> browser.text(".sheet").contains("花钱对账单"));
      assertEquals(
          true, browser.script("return document.documentElement.scrollWidth <= innerWidth"));
      assertTrue(browser.one(".csv").isEnabled());
    }
  }

  private HttpResponse<String> asked(String session, String month) {
    var request = world.to("/api/statement?month=" + month).header("X-Session", session).build();
    return world.send(request);
  }
}
