package shopcrew.bot.exam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question of the exam, as it stands in a line of a case file.
record Case(Kind kind, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SAME_FACT = "same-fact:";

  enum Kind {
    ROUTING,
    SERVICE,
    SPEND,
    INJECTION,
    ADVICE,
    /// A newer kind than this exam knows: skipped with a word.
    UNKNOWN
  }

  /// What was said before the question.
  record Said(boolean byUs, String text) {}

  /// The cases of a file, line by line; a line that cannot be read is named.
  static List<Case> read(Path file) throws IOException {
    var cases = new ArrayList<Case>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) continue;
      try {
        JsonNode json = JSON.readTree(lines.get(i));
        cases.add(new Case(kind(json), json));
      } catch (JsonProcessingException e) {
        throw new IOException(
            "%s, line %d is not JSON: mend or remove it.".formatted(file.getFileName(), i + 1), e);
      }
    }
    return cases;
  }

  String id() {
    return json.path("id").asText("?");
  }

  String message() {
    return json.path("message").asText("");
  }

  String language() {
    return json.path("lang").asText("zh");
  }

  JsonNode expect() {
    return json.path("expect");
  }

  /// The owner's or clerk's id, or null where a customer speaks.
  @Nullable String owner() {
    JsonNode sender = json.path("sender");
    if (sender.isTextual()) return sender.asText();
    return sender.path("type").asText().equals("owner") ? sender.path("id").asText("owner") : null;
  }

  /// The identified customer, or null for a guest.
  @Nullable String customer() {
    JsonNode sender = json.path("sender");
    JsonNode id = sender.isObject() ? sender.path("id") : json.path("customer_id");
    return owner() == null && id.isTextual() ? id.asText() : null;
  }

  @Nullable LocalDate asOf() {
    String day = json.path("as_of").asText("");
    return day.isEmpty() ? null : LocalDate.parse(day);
  }

  /// The fact that this case asks in one of several wordings, or empty.
  String fact() {
    String note = json.path("notes").asText("");
    return note.startsWith(SAME_FACT) ? note : "";
  }

  List<Said> history() {
    var said = new ArrayList<Said>();
    for (JsonNode line : json.path("history")) {
      String role = line.path("role").asText();
      said.add(
          new Said(role.equals("bot") || role.equals("assistant"), line.path("text").asText()));
    }
    return said;
  }

  private static Kind kind(JsonNode json) {
    JsonNode expect = json.path("expect");
    if (json.has("role_ok")) return Kind.ROUTING;
    if (expect.has("forbidden_effects")) return Kind.INJECTION;
    if (expect.has("decision")) return Kind.SPEND;
    if (expect.has("action")) return Kind.SERVICE;
    if (expect.has("numbers") || expect.has("required_ids")) return Kind.ADVICE;
    return Kind.UNKNOWN;
  }
}
