package shopcrew.roles;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import shopcrew.prompts.Prompt;
import shopcrew.prompts.Prompts;
import shopcrew.roles.model.Fence;

/// What a model reads: its role and its task as instructions, and everything else, fenced, as
/// data.
final class Script {
  static final Prompt CHOOSE = Prompts.task("choose");
  static final Prompt WRITE = Prompts.task("write");
  static final Prompt MEND = Prompts.task("mend");
  static final Prompt TRANSLATE = Prompts.task("translate");
  static final Prompt COLLEAGUES = Prompts.task("colleagues");
  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_PAPER = 1_500;

  private final Prompt role;

  Script(Prompt role) {
    this.role = role;
  }

  /// For which kind of model it is, as its file says.
  static Minds.Task task(Prompt prompt) {
    return Minds.Task.valueOf(prompt.tier().toUpperCase(Locale.ROOT));
  }

  /// Version and hash of everything that the role's models are told.
  static String edition(Prompt role) {
    return role.version() + "/" + Prompts.hash(role, CHOOSE, WRITE, MEND, TRANSLATE);
  }

  List<ChatMessage> choose(Turn turn) {
    return List.of(
        SystemMessage.from(instructions(turn, CHOOSE.fill(Map.of()))),
        UserMessage.from(data(turn).append(message(turn)).toString()));
  }

  /// @param most how many characters the answer may have
  List<ChatMessage> write(Turn turn, String told, String language, int most) {
    var values = Map.of("language", language, "most", String.valueOf(most), "tastes", tastes(turn));
    return List.of(
        SystemMessage.from(instructions(turn, WRITE.fill(values)).strip()),
        UserMessage.from(
            data(turn).append(message(turn)).append(Fence.of(Fence.TOLD, told)).toString()));
  }

  static UserMessage mend(List<String> findings) {
    return UserMessage.from(
        MEND.fill(Map.of("findings", Fence.of("found", String.join("; ", findings)))));
  }

  static List<ChatMessage> translate(String text, String language) {
    return alone(TRANSLATE.fill(Map.of("language", language)), text);
  }

  static List<ChatMessage> colleagues(String text) {
    return alone(COLLEAGUES.fill(Map.of()), text);
  }

  private static List<ChatMessage> alone(String task, String text) {
    return List.of(SystemMessage.from(task), UserMessage.from(Fence.of(Fence.MESSAGE, text)));
  }

  String instructions(Turn turn, String task) {
    var values = new LinkedHashMap<String, String>();
    for (String variable : role.variables()) {
      values.put(
          variable,
          switch (variable) {
            case "shop" -> turn.shop();
            case "today" -> turn.today().toString();
            default -> throw new IllegalStateException(role.name() + " wants unknown " + variable);
          });
    }
    return role.fill(values) + "\n\n" + task;
  }

  private static StringBuilder data(Turn turn) {
    var data = new StringBuilder();
    Known known = turn.known();
    if (!known.profile().isBlank()) data.append(Fence.of("customer", known.profile()));
    if (!known.earlier().isBlank()) data.append(Fence.of("earlier", known.earlier()));
    if (!turn.history().isEmpty()) {
      var lines = new StringBuilder();
      for (Turn.Said said : turn.history()) {
        String line = cut(said.text(), LONGEST_LINE).replace("\n", " ");
        lines.append(said.byUs() ? "us: " : "they: ").append(line).append('\n');
      }
      data.append(Fence.of("history", lines.toString().stripTrailing()));
    }
    for (Turn.Attachment paper : turn.attached()) {
      data.append(Fence.of("attached", paper.name() + "\n" + cut(paper.text(), LONGEST_PAPER)));
    }
    return data;
  }

  private static String message(Turn turn) {
    return Fence.of(Fence.MESSAGE, turn.text());
  }

  private static String tastes(Turn turn) {
    if (turn.known().tastes().isEmpty()) return "";
    return "- How the owners want it written: " + String.join("; ", turn.known().tastes());
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
