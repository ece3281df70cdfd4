package shopcrew.roles.customerservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Database;
import shopcrew.db.Store;
import shopcrew.db.imports.Importer;
import shopcrew.roles.Crew;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;
import shopcrew.roles.Turn;

/// The shared cases, where they are at hand: what customers ask, right and wrong counted.
class ServiceCasesTest {
  private static final Path SHARED = Path.of("/work/shared/data");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void the_team_answers_the_shared_cases() throws IOException {
    assumeTrue(Files.exists(SHARED.resolve("shop-dev/products.csv")));
    try (Database database = Database.open(folder.resolve("shop.db"))) {
      Store store = database.store("dev");
      new Importer(database, "dev").load(SHARED.resolve("shop-dev"));
      int right = run(store, SHARED.resolve("dev-cases/service_qa.jsonl"), "2026-02-28T12:00:00Z");
      assertTrue(right >= 30, right + " of 34");
    }
  }

  @Test
  void the_team_answers_the_sample_shops_cases() throws IOException {
    Path bot = Path.of("..", "bot");
    assumeTrue(Files.exists(bot.resolve("exam/service_qa.jsonl")));
    try (Database database = Database.open(folder.resolve("sample.db"))) {
      Store store = database.store("dev");
      new Importer(database, "dev").load(bot.resolve("src/main/resources/sample"));
      int right = run(store, bot.resolve("exam/service_qa.jsonl"), "2026-11-20T12:00:00Z");
      assertTrue(right >= 185, right + " right");
    }
  }

  static int run(Store store, Path cases, String now) throws IOException {
    Team team = Crew.of(store, model -> model);
    int right = 0;
    int all = 0;
    for (String line : Files.readAllLines(cases)) {
      JsonNode node = JSON.readTree(line);
      if (cases.toString().contains("exam") && node.get("category").asText().equals("order_own"))
        continue;
      all++;
      Team.Answered answered = team.answer(turn(node, now));
      List<String> faults = faults(node.get("expect"), answered);
      if (faults.isEmpty()) right++;
      else {
        System.out.printf(
            "%s %s [%s] %s%n   %s: %s%n   %s%n",
            node.get("id").asText(),
            node.path("category").asText(),
            node.get("message").asText(),
            node.path("history").isEmpty() ? "" : "history " + node.get("history"),
            answered.intent(),
            answered.outcome().told().say().replace("\n", " / "),
            faults);
      }
    }

    return right;
  }

  static Turn turn(JsonNode node, String now) {
    var history = new ArrayList<Turn.Said>();
    for (JsonNode said : node.path("history")) {
      history.add(
          new Turn.Said(said.get("role").asText().equals("bot"), said.get("text").asText()));
    }
    JsonNode customer = node.get("customer_id");
    return new Turn(
        "shop",
        "c1",
        new Speaker.Customer(customer == null || customer.isNull() ? null : customer.asText()),
        node.get("message").asText(),
        node.path("lang").asText("zh"),
        Instant.parse(now),
        ZoneId.of("Asia/Shanghai"),
        history,
        List.of(),
        null);
  }

  private static List<String> faults(JsonNode expect, Team.Answered answered) {
    var faults = new ArrayList<String>();
    String say = answered.outcome().told().say();
    boolean person = answered.outcome() instanceof Outcome.ToPerson;
    for (JsonNode group : expect.path("must_include")) {
      boolean any = false;
      for (JsonNode one : group) any |= holds(say, one.asText());
      if (!any) faults.add("lacks " + group);
    }
    for (JsonNode not : expect.path("must_not_include")) {
      if (holds(say, not.asText())) faults.add("holds " + not);
    }
    JsonNode handoff = expect.path("must_handoff");
    if (handoff.isBoolean() && handoff.asBoolean() != person) faults.add("handoff " + person);
    var skus = new ArrayList<String>();
    expect.path("skus_ok").forEach(sku -> skus.add(sku.asText()));
    if (expect.has("skus_ok")) {
      boolean named = skus.stream().anyMatch(say::contains);
      if (!skus.isEmpty() && !named) faults.add("names none of " + skus);
      var others = Pattern.compile("[A-Z]{2}-[A-Z]{2}-\\d{3}").matcher(say);
      while (others.find())
        if (!skus.contains(others.group())) faults.add("wrong " + others.group());
    }
    return faults;
  }

  private static boolean holds(String say, String wanted) {
    if (wanted.startsWith("re:")) return Pattern.compile(wanted.substring(3)).matcher(say).find();
    String plain = say.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains(wanted.toLowerCase(Locale.ROOT).replace(" ", ""));
  }

  @Test
  void customers_only_reach_service_or_a_person() throws IOException {
    assumeTrue(Files.exists(SHARED.resolve("shop-dev/products.csv")));
    try (Database database = Database.open(folder.resolve("shop.db"))) {
      Store store = database.store("dev");
      new Importer(database, "dev").load(SHARED.resolve("shop-dev"));
      Team team = Crew.of(store, model -> model);
      int wrong = 0;
      for (String line : Files.readAllLines(SHARED.resolve("dev-cases/routing.jsonl"))) {
        JsonNode node = JSON.readTree(line);
        if (!node.at("/sender/type").asText().equals("customer")) continue;
        Team.Answered answered = team.answer(turn(node, "2026-02-28T12:00:00Z"));
        String role = answered.outcome() instanceof Outcome.ToPerson ? "handoff" : "service";
        boolean right = node.get("role_ok").toString().contains(role);
        if (!right) wrong++;
      }
      for (String line : Files.readAllLines(SHARED.resolve("dev-cases/injection.jsonl"))) {
        JsonNode node = JSON.readTree(line);
        if (!node.get("direct").asBoolean()) continue;
        Team.Answered answered = team.answer(turn(node, "2026-02-28T12:00:00Z"));
        System.out.println(
            answered.intent()
                + " "
                + node.get("message").asText()
                + " -> "
                + answered.outcome().told().say());
      }
      assertEquals(0, wrong);
    }
  }
}
