package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final List<String> YES =
      List.of("button.confirm", "button.confirm.free", "button.confirm.house");
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
    boolean keypad = line.kind().equals("keypad");
    for (String written : line.buttons().split("\n")) {
      String[] parts = written.split("\t");
      if (parts.length < 2) continue;
      String label = parts[0];
      Action action = keypad ? Action.KEY : action(label, line.conversation());
      String token = parts[1];
      SimFailure.unless(token.length() <= 64, "H4", "too long: " + token);
      buttons.add(
          new SimButton(
              person, line.conversation(), intent, action, label, token, line.seq(), epoch, at));
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

  private Action action(String label, String conversation) {
    String language = languageOf.getOrDefault(conversation, "en");
    for (var one : LABELS.getOrDefault(language, Map.of()).entrySet()) {
      if (label.equals(one.getValue())) return one.getKey();
    }
    boolean yes = YES.stream().anyMatch(key -> label.startsWith(start(language, key)));
    return yes ? Action.CONFIRM : Action.SETTING; // settings have labels of their own
  }

  private static Map<Action, String> labels(String language) {
    var labels = new EnumMap<Action, String>(Action.class);
    for (Action action : Action.values()) {
      if (Set.of(Action.CONFIRM, Action.SETTING, Action.KEY).contains(action)) continue;
      labels.put(action, WORDS.say(language, "button." + action.name().toLowerCase(Locale.ROOT)));
    }
    return labels;
  }

  /// The key that takes the last digit back.
  static boolean back(String label) {
    return LABELS.keySet().stream().anyMatch(l -> label.equals(WORDS.say(l, "button.back")));
  }

  private static String start(String language, String key) {
    String label = WORDS.say(language, key, "plain", "#");
    return label.contains("#") ? label.substring(0, label.indexOf('#')) : label;
  }
}
