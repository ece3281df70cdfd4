package shopcrew.bot.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.demo.Demo;
import shopcrew.db.Conversations.Line;

/// Over real HTTP: what a page, a wrong page and a bad page may say to the shop.
class ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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
  void whoever_comes_without_a_code_is_a_customer_and_stays_the_same_after_a_reload() {
    JsonNode entry = session("{\"pairing\": null, \"language\": \"zh\"}");
    assertEquals("customer", entry.get("who").asText());
    JsonNode again = session("{\"session\": \"" + entry.get("session").asText() + "\"}");
    assertEquals(entry.get("conversation"), again.get("conversation"));
  }

  @Test
  void a_pairing_code_lets_an_owner_in_once() {
    var people = world.demo.shop().rooms().people();
    people.invite(
        Demo.MEI.id(), "one-time-code", world.demo.clock().instant(), Duration.ofHours(1));
    assertEquals("owner", session("{\"pairing\": \"one-time-code\"}").get("who").asText());
    refused(401, "used before", world.post("/api/session", "", "{\"pairing\": \"one-time-code\"}"));
    refused(401, "used before", world.post("/api/session", "", "{\"pairing\": \"guessed\"}"));
  }

  @Test
  void an_old_pairing_code_lets_nobody_in() {
    var people = world.demo.shop().rooms().people();
    people.invite(Demo.MEI.id(), "old-code", world.demo.clock().instant(), Duration.ofHours(1));
    world.passes(Duration.ofHours(2));
    refused(401, "too old", world.post("/api/session", "", "{\"pairing\": \"old-code\"}"));
  }

  @Test
  void a_wrong_session_reads_and_says_nothing() {
    String text = "{\"id\": \"wrong-session-1\", \"text\": \"hello\"}";
    refused(401, "closed", world.post("/api/messages", "nobody", text));
    refused(401, "closed", world.get("/api/stream?session=nobody&after=0"));
  }

  @Test
  void the_same_message_twice_is_one_message() {
    String customer = customer();
    String text = "{\"id\": \"said-once-1\", \"text\": \"hello\"}";
    assertEquals(202, world.post("/api/messages", customer, text).statusCode());
    assertEquals(202, world.post("/api/messages", customer, text).statusCode());
    assertEquals(1, said(customer).size());
  }

  @Test
  void a_page_that_leaves_and_comes_back_hears_what_it_missed() throws Exception {
    String customer = customer();
    String path = "/api/stream?session=" + customer;
    say(customer, "first-word");
    try (var heard = world.stream(world.to(path).build())) {
      assertEquals("first-word", next(heard).path("id").asText());
    }
    say(customer, "second-word");
    long seen = said(customer).getFirst().seq();
    var back = world.to(path).header("Last-Event-ID", String.valueOf(seen)).build();
    try (var heard = world.stream(back)) {
      JsonNode event = next(heard);
      while (!event.path("mine").asBoolean()) event = next(heard);
      assertEquals("second-word", event.path("id").asText());
    }
  }

  @Test
  void what_cannot_be_taken_is_refused_with_a_sentence_and_nothing_is_said() {
    String customer = customer();
    String path = "/api/messages";
    refused(400, "empty", world.post(path, customer, "{\"id\": \"empty-one\", \"text\": \"  \"}"));
    String most = "字".repeat(4_001);
    refused(
        400,
        "4,000",
        world.post(path, customer, "{\"id\": \"long-one\", \"text\": \"" + most + "\"}"));
    refused(400, "no number", world.post(path, customer, "{\"text\": \"hello\"}"));
    refused(400, "not be read", world.post(path, customer, "{\"id\": "));
    refused(400, "not be read", world.post(path, customer, "[1, 2]"));
    refused(400, "not be read", world.post(path, customer, "{\"id\": \"a-number\", \"text\": 7}"));
    String vast = "x".repeat(Body.MOST_BYTES + 1);
    refused(413, "too large", world.post(path, customer, "{\"text\": \"" + vast + "\"}"));
    assertEquals(List.of(), said(customer));
  }

  @Test
  void four_thousand_characters_are_taken() {
    String customer = customer();
    String most = "字".repeat(4_000);
    var answer =
        world.post(
            "/api/messages", customer, "{\"id\": \"long-enough\", \"text\": \"" + most + "\"}");
    assertEquals(202, answer.statusCode());
    assertEquals(most, said(customer).getFirst().text());
  }

  @Test
  void only_json_from_the_shops_own_pages_is_taken() {
    String customer = customer();
    var form = world.to("/api/messages").header("X-Session", customer);
    form.header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"));
    refused(415, "JSON", world.send(form.build()));
    var foreign = world.to("/api/messages").header("X-Session", customer);
    foreign.header("Content-Type", "application/json").header("Origin", "https://elsewhere.test");
    foreign.POST(BodyPublishers.ofString("{\"id\": \"foreign-1\", \"text\": \"hello\"}"));
    refused(403, "own page", world.send(foreign.build()));
    var framed = world.to("/demo/phones").header("Sec-Fetch-Site", "cross-site");
    refused(403, "own page", world.send(framed.build()));
    assertEquals(List.of(), said(customer));
  }

  @Test
  void too_fast_is_told_so() {
    String customer = customer();
    String tap = "{\"id\": \"tap-fast-%d\", \"line\": 0, \"token\": \"none\"}";
    for (int i = 0; i < 40; i++) {
      assertEquals(202, world.post("/api/taps", customer, tap.formatted(i)).statusCode());
    }
    refused(429, "too fast", world.post("/api/taps", customer, tap.formatted(40)));
  }

  @Test
  void a_token_of_another_conversation_spends_nothing() {
    String mei = world.phone("mei");
    world.post(
        "/api/messages", mei, "{\"id\": \"spend-200\", \"text\": \"在练习平台投200块推加大款马克杯，到周日\"}");
    Line card = world.waitsFor(mei, line -> line.kind().equals("card"));
    world.passes(Duration.ofSeconds(5));
    String look = card.buttons().getLast().token();
    String tap =
        "{\"id\": \"foreign-tap\", \"line\": 1, \"token\": \"" + look + "\", \"label\": \"看\"}";
    String customer = customer();
    world.post("/api/taps", customer, tap);
    world.waitsFor(customer, Line::byUs);
    String jun = world.phone("jun");
    world.post("/api/taps", jun, tap);
    Line told = world.waitsFor(jun, line -> line.byUs() && line.text().contains("不能替他点"));
    assertTrue(told.text().contains("没有花钱"));
    world.passes(Duration.ofMinutes(1));
    assertEquals(0, world.ads().size());
  }

  @Test
  void a_file_is_told_of_and_too_large_a_one_refused() {
    String customer = customer();
    String sheet =
        "{\"id\": \"file-%s-1\", \"name\": \"%s\", \"type\": \"text/csv\", \"size\": %d}";
    refused(
        413,
        "5 MB",
        world.post("/api/files", customer, sheet.formatted("big", "a.csv", 5 * 1024 * 1024 + 1)));
    refused(400, "no name", world.post("/api/files", customer, sheet.formatted("none", "", 10)));
    assertEquals(List.of(), said(customer));
    world.post("/api/files", customer, sheet.formatted("good", "a.csv", 10));
    assertEquals("file", said(customer).getFirst().kind());
  }

  @Test
  void the_demo_answers_on_this_computer_only_and_its_clock_goes_forward() throws Exception {
    var phones = JSON.readTree(world.get("/demo/phones").body()).get("phones");
    assertEquals(3, phones.size());
    refused(400, "clock", world.post("/demo/clock", "", "{\"to\": \"yesterday\"}"));
    var before = world.demo.clock().instant();
    assertEquals(200, world.post("/demo/clock", "", "{\"to\": \"next-morning\"}").statusCode());
    assertTrue(world.demo.clock().instant().isAfter(before));
    Line briefing = world.waitsFor(world.phone("mei"), line -> line.author().equals("manager"));
    assertEquals("notice", briefing.kind());
  }

  @Test
  void a_port_that_is_taken_is_one_sentence() {
    var taken = world.server.port();
    var shop = world.demo.shop();
    var fault =
        assertThrows(
            PortInUse.class,
            () ->
                WebServer.open(
                    taken,
                    shop,
                    new Sessions(shop),
                    new shopcrew.bot.channel.Web(),
                    WebServer::front));
    assertTrue(String.valueOf(fault.getMessage()).contains("Port " + taken + " is already in use"));
  }

  @Test
  void pages_carry_no_foreign_code_and_only_the_widget_may_be_framed() {
    var page = world.get("/").headers();
    String rules = page.firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(rules.startsWith("default-src 'self'"));
    assertTrue(rules.contains("frame-ancestors 'none'"));
    assertTrue(
        world
            .get("/chat")
            .headers()
            .firstValue("Content-Security-Policy")
            .orElseThrow()
            .contains("frame-ancestors *"));
    assertFalse(world.get("/").body().contains("<script>"));
    refused(404, "no such page", world.get("/nothing.css"));
    refused(404, "no such page", world.get("/js/nothing.js"));
  }

  private void say(String session, String id) {
    world.post("/api/messages", session, "{\"id\": \"" + id + "\", \"text\": \"你好\"}");
  }

  private static JsonNode next(BufferedReader heard) throws IOException {
    String line = heard.readLine();
    while (line != null && !line.startsWith("data: ")) line = heard.readLine();
    if (line == null) throw new AssertionError("the stream ended");
    return json(line.substring("data: ".length()));
  }

  private JsonNode session(String body) {
    var answer = world.post("/api/session", "", body);
    assertEquals(200, answer.statusCode(), answer.body());
    return json(answer.body());
  }

  private String customer() {
    return session("{\"language\": \"zh\"}").get("session").asText();
  }

  private List<Line> said(String session) {
    return world.lines(session).stream().filter(line -> !line.byUs()).toList();
  }

  private static void refused(int status, String because, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    String sentence = json(answer.body()).path("error").asText();
    assertTrue(sentence.contains(because), sentence);
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
  }
}
