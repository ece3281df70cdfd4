package shopcrew.roles;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import shopcrew.roles.catalogue.ProductFinder;
import shopcrew.roles.model.FactGuard;
import shopcrew.roles.model.FactGuard.Basis;
import shopcrew.roles.words.Language;

/// Lets a model word what the tools told, and sends nothing of it that does not hold: it is mended
/// once with the reason, and then the tools' own words go out.
final class Writer {
  private static final int LONGEST = 1_500;
  private static final int LEAST = 200;

  private final ChatModel model;
  private final ChatModel house;
  private final Script script;
  private final Function<LocalDate, ProductFinder> goods;

  Writer(
      ChatModel model, ChatModel house, Script script, Function<LocalDate, ProductFinder> goods) {
    this.model = model;
    this.house = house;
    this.script = script;
    this.goods = goods;
  }

  /// The house model writes what was told; so does every model what is a long list, or stands in a
  /// language in which the tools speak and nobody here can check what is promised.
  Told written(Turn turn, Told told, List<Trace.Step> steps) {
    if (model == house || told.say().isBlank() || told.say().length() > LONGEST) return told;
    Language asked = Language.of(turn.text());
    Language ours = Language.of(told.say());
    if (ours != Language.ZH && ours != Language.EN) return told;
    boolean foreign = asked == Language.OTHER;
    int most = Math.max(LEAST, Math.min(LONGEST, 2 * told.say().length()));
    String language = foreign ? "of the message" : ours.code();
    var messages = new ArrayList<>(script.write(turn, told.say(), language, most));
    var basis =
        new Basis(
            told,
            turn.text(),
            turn.fromCustomer(),
            most,
            script.instructions(turn, Script.WRITE.text()),
            goods.apply(turn.today()));
    String first = said("write", messages, steps);
    List<String> findings = findings(first, basis, foreign, steps);
    if (findings.isEmpty()) return new Told(first, told.facts());
    steps.add(new Trace.Held(first, findings, "mend"));
    messages.add(AiMessage.from(first.isBlank() ? "-" : first));
    messages.add(Script.mend(findings));
    String second = said("mend", messages, steps);
    findings = findings(second, basis, foreign, steps);
    if (findings.isEmpty()) return new Told(second, told.facts());
    steps.add(new Trace.Held(second, findings, "replace"));
    return told;
  }

  private List<String> findings(String said, Basis basis, boolean foreign, List<Trace.Step> steps) {
    if (said.equals(basis.told().say())) return List.of();
    if (!foreign || Language.of(said) != Language.OTHER) return FactGuard.findings(said, basis);
    var found = new ArrayList<>(FactGuard.figures(said, basis));
    String back =
        said("translate", Script.translate(said, Language.of(basis.told().say()).code()), steps);
    if (back.equals(said)) found.add("no translation");
    found.addAll(FactGuard.findings(back, basis));
    return found;
  }

  private String said(String task, List<ChatMessage> messages, List<Trace.Step> steps) {
    var answer = Steps.asked(task, model, house, ChatRequest.builder().messages(messages), steps);
    return Objects.requireNonNullElse(answer.aiMessage().text(), "").strip();
  }
}
