package shopcrew.roles;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Owners' messages reach the colleague whose work they are.
class RoutingTest {
  private static final Path CASES = Path.of("../bot/exam/routing.jsonl");

  @Test
  void nineteen_of_twenty_owner_messages_reach_the_right_role(@TempDir Path folder)
      throws IOException {
    assumeTrue(Files.exists(CASES), "the exam cases are not beside the module");
    var wrong = new ArrayList<String>();
    int all = 0;
    try (var shop = new SmallShop(folder)) {
      for (String line : Files.readAllLines(CASES)) {
        JsonNode asked = new ObjectMapper().readTree(line);
        if (!asked.path("sender").path("type").asText().equals("owner")) continue;
        all++;
        String message = asked.path("message").asText();
        var answered = shop.mei(message, asked.path("lang").asText(), null);
        boolean toPerson = answered.outcome() instanceof Outcome.ToPerson;
        String role = toPerson ? "handoff" : answered.role().shortName();
        boolean right =
            asked.path("role_ok").valueStream().anyMatch(ok -> ok.asText().equals(role));
        if (!right) wrong.add(asked.path("id").asText() + " " + role + " " + message);
      }
    }
    assertTrue(all > 50 && wrong.size() * 20 <= all, wrong::toString);
  }
}
