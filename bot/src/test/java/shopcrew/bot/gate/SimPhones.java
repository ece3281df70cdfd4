package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.gate.SimButton.Action;
import shopcrew.bot.i18n.Bundle;

/// The phones of everybody: which messages stand there, and what their buttons say.
final class SimPhones {
  /// @param intent the spend it speaks of; empty where it is about none
  /// @param event what of it, such as `card` or `armed`
  record Shown(
      long seq,
      String person,
      String conversation,
      String intent,
      String event,
      String text,
      List<SimButton> buttons) {}

  private static final Pattern CAUSE = Pattern.compile("gate/([0-9A-Z]{8})/(.+)");
  private static final Bundle WORDS = new Bundle("gate");
  private static final Map<String, Map<Action, String>> LABELS =
      Map.of("zh-CN", labels("zh-CN"), "en", labels("en"));

  final Map<String, String> personOf = new LinkedHashMap<>();
  final Map<String, String> languageOf = new LinkedHashMap<>();
  final Map<String, List<Shown>> byPerson = new LinkedHashMap<>();

  void add(String person, String conversation, String language) {
    personOf.put(conversation, person);
    languageOf.put(conversation, language);
    byPerson.computeIfAbsent(person, p -> new ArrayList<>());
  }

  List<String> conversations(String person) {
    return personOf.entrySet().stream()
        .filter(e -> e.getValue().equals(person))
        .map(Map.Entry::getKey)
        .toList();
  }

  List<Shown> of(String person) {
    return byPerson.getOrDefault(person, List.of());
  }

  /// The newest first.
  List<SimButton> buttons(String person) {
    return of(person).reversed().stream().flatMap(s -> s.buttons().stream()).toList();
  }

  Shown arrived(SimRows.Line line, long epoch, long at) {
    String person = personOf.getOrDefault(line.conversation(), "");
    SimFailure.unless(!person.isEmpty(), "A5", "a message into " + line.conversation());
    var cause = CAUSE.matcher(line.key());
    String intent = cause.matches() ? cause.group(1) : "";
    String event = cause.matches() ? cause.group(2) : line.key();
    var buttons = new ArrayList<SimButton>();
    for (String written : line.buttons().split("\n")) {
      int tab = written.indexOf('\t');
      if (tab < 0) continue;
      Action action = action(written.substring(0, tab), line.conversation());
      SimFailure.unless(
          action != null, "H4", "a button that nobody knows: " + written.substring(0, tab));
      String token = written.substring(tab + 1);
      SimFailure.unless(token.length() <= 64, "H4", "too long: " + token);
      if (action == null) continue;
      buttons.add(new SimButton(person, line.conversation(), intent, action, token, epoch, at));
    }
    checkText(line);
    var shown =
        new Shown(line.seq(), person, line.conversation(), intent, event, line.text(), buttons);
    byPerson.computeIfAbsent(person, p -> new ArrayList<>()).add(shown);
    return shown;
  }

  /// G3 H4: one header at most, no data of buttons, a card of bearable length.
  private static void checkText(SimRows.Line line) {
    String text = line.text();
    SimFailure.unless(!text.contains("g1:"), "G3", text);
    SimFailure.unless(text.indexOf("🔒") == text.lastIndexOf("🔒"), "G3", text);
    boolean card = line.kind().equals("card");
    SimFailure.unless(!card || text.lines().count() <= 8, "H4", text);
    SimFailure.unless(!card || text.startsWith("🔒"), "B5", text);
  }

  private @Nullable Action action(String label, String conversation) {
    String language = languageOf.getOrDefault(conversation, "en");
    for (var one : LABELS.getOrDefault(language, Map.of()).entrySet()) {
      boolean confirm = one.getKey() == Action.CONFIRM;
      if (confirm ? label.startsWith(one.getValue()) : label.equals(one.getValue())) {
        return one.getKey();
      }
    }
    return null;
  }

  private static Map<Action, String> labels(String language) {
    var labels = new EnumMap<Action, String>(Action.class);
    for (Action action : Action.values()) {
      if (action == Action.CONFIRM) continue;
      labels.put(
          action,
          WORDS.say(language, "button." + action.name().toLowerCase(java.util.Locale.ROOT)));
    }
    String yes = WORDS.say(language, "button.confirm", "plain", "#");
    labels.put(Action.CONFIRM, yes.substring(0, yes.indexOf('#')));
    return labels; // the yes last: other labels are compared whole
  }
}
