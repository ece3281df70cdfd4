package shopcrew.bot.turns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import shopcrew.roles.Trace;
import shopcrew.roles.Trace.Asked;
import shopcrew.roles.Trace.Called;
import shopcrew.roles.Trace.Held;
import shopcrew.roles.Trace.Step;

/// The steps to an answer as they are stored: each shortened, and all of them within a limit.
///
/// @param left how many there was no room for
record Steps(List<Step> steps, int left) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 16 * 1024;
  private static final int SAID = 600;
  private static final int FINDING = 120;
  private static final int MOST_FINDINGS = 12;
  private static final int ROOM_FOR_LEFT = 20;

  /// At most 16 KB.
  static String written(Trace trace) {
    var text = new StringBuilder("[");
    int count = 0;
    int room = MOST_BYTES - ROOM_FOR_LEFT;
    for (Step step : trace.steps()) {
      String one = json(step).toString();
      room -= one.getBytes(StandardCharsets.UTF_8).length + 1;
      if (room < 0) break;
      if (count > 0) text.append(',');
      text.append(one);
      count++;
    }
    int left = trace.steps().size() - count;
    if (left > 0) text.append(count > 0 ? "," : "").append("{\"left\":").append(left).append('}');
    return text.append(']').toString();
  }

  private static ObjectNode json(Step step) {
    ObjectNode node = JSON.createObjectNode();
    switch (step) {
      case Asked asked ->
          node.put("asked", cut(asked.task(), FINDING))
              .put("model", cut(asked.model(), FINDING))
              .put("in", asked.tokensIn())
              .put("out", asked.tokensOut())
              .put("cost", asked.cost())
              .put("millis", asked.millis())
              .put("instead", cut(asked.instead(), SAID));
      case Called called ->
          node.put("called", cut(called.tool(), FINDING))
              .put("arguments", cut(called.arguments(), SAID))
              .put("result", cut(called.result(), SAID));
      case Held held -> {
        node.put("held", cut(held.said(), SAID)).put("next", cut(held.next(), FINDING));
        var findings = node.putArray("findings");
        held.findings().stream().limit(MOST_FINDINGS).forEach(it -> findings.add(cut(it, FINDING)));
      }
    }
    return node;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  static Steps read(String json) {
    var steps = new ArrayList<Step>();
    int left = 0;
    for (JsonNode node : tree(json)) {
      if (node.has("asked")) steps.add(asked(node));
      else if (node.has("called")) steps.add(called(node));
      else if (node.has("held")) steps.add(held(node));
      else left += node.path("left").asInt();
    }
    return new Steps(List.copyOf(steps), left);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the steps of a turn cannot be read", e);
    }
  }

  private static Asked asked(JsonNode node) {
    return new Asked(
        node.path("asked").asText(),
        node.path("model").asText(),
        node.path("in").asLong(),
        node.path("out").asLong(),
        node.path("cost").asLong(),
        node.path("millis").asLong(),
        node.path("instead").asText());
  }

  private static Called called(JsonNode node) {
    return new Called(
        node.path("called").asText(),
        node.path("arguments").asText(),
        node.path("result").asText());
  }

  private static Held held(JsonNode node) {
    List<String> findings =
        StreamSupport.stream(node.path("findings").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return new Held(node.path("held").asText(), findings, node.path("next").asText());
  }
}
