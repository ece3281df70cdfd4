package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import shopcrew.db.Outbox.Button;

/// One person's phone: what stands on it, and a finger.
final class Phone {
  record Shown(long line, String text, List<Button> buttons) {
    Button button(String label) {
      return buttons.stream()
          .filter(b -> b.label().contains(label))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no button " + label + " under: " + text));
    }

    boolean has(String label) {
      return buttons.stream().anyMatch(b -> b.label().contains(label));
    }
  }

  final String person;
  final String conversation;
  private final GateWorld world;

  Phone(GateWorld world, String person, String conversation) {
    this.world = world;
    this.person = person;
    this.conversation = conversation;
  }

  List<Shown> all() {
    return world.db.read(
        h ->
            h.select(
                    "SELECT seq, text, buttons FROM messages WHERE conversation = ? AND direction ="
                        + " 'out' ORDER BY seq",
                    conversation)
                .map(
                    (row, context) ->
                        new Shown(row.getLong(1), row.getString(2), buttons(row.getString(3))))
                .list());
  }

  Shown last() {
    return all().getLast();
  }

  Shown lastWith(String label) {
    return all().reversed().stream().filter(s -> s.has(label)).findFirst().orElseThrow();
  }

  /// After a look of two seconds.
  void taps(String label) {
    taps(lastWith(label).button(label));
  }

  void taps(Button button) {
    world.time.pass(Duration.ofSeconds(2));
    assertTrue(world.gate.tap(person, conversation, line(button.token()), button.token()));
    world.checks();
  }

  /// The line under which a button stands, on whoever's phone; 0 if nowhere.
  long line(String token) {
    return world.number(
        "SELECT COALESCE(MAX(seq), 0) FROM messages WHERE direction = 'out' AND buttons LIKE '%"
            + token
            + "%'");
  }

  /// Presses the keys of the open keypad.
  void presses(String digits) {
    for (char digit : digits.toCharArray()) {
      var pad = lastWith(String.valueOf(digit));
      String key = pad.button(String.valueOf(digit)).token();
      assertTrue(world.gate.tap(person, conversation, pad.line(), key));
    }
    world.checks();
  }

  /// A finger above the newest button of that name: when it comes down, nothing else has moved.
  Runnable finger(String label) {
    var button = lastWith(label).button(label);
    long line = line(button.token());
    return () -> world.gate.tap(person, conversation, line, button.token());
  }

  /// A button with these bytes behind it, wherever it came from.
  boolean touches(String token) {
    return world.gate.tap(person, conversation, line(token.replaceAll("[^\\w:.-]", "")), token);
  }

  boolean types(String text) {
    boolean taken = world.gate.typed(person, conversation, text);
    world.checks();
    return taken;
  }

  void sees(String fragment) {
    assertTrue(last().text().contains(fragment), () -> fragment + " is not in: " + last().text());
  }

  void neverSees(String fragment) {
    for (var shown : all()) assertFalse(shown.text().contains(fragment), shown.text());
  }

  long times(String fragment) {
    return all().stream().filter(shown -> shown.text().contains(fragment)).count();
  }

  /// All the way from the card to the yes, with the PIN where the card asks for it.
  void agrees(int amount) {
    taps(person.equals("jun") ? "Look first" : "先看清楚");
    if (amount > 100) assertTrue(types(String.valueOf(amount)));
    if (last().buttons().size() == 12) pressesPin();
    taps(person.equals("jun") ? "Spend" : "确认花");
  }

  void pressesPin() {
    presses(person.equals("jun") ? GateWorld.JUN_PIN : GateWorld.MEI_PIN);
  }

  /// Through the settings, twice the same digits.
  void setsPin(String digits) {
    boolean english = person.equals("jun");
    types(english ? "SPENDING" : "花钱设置");
    taps(english ? "My PIN" : "我的密码");
    presses(digits);
    presses(digits);
  }

  private static List<Button> buttons(String written) {
    return Arrays.stream(written.split("\n"))
        .filter(line -> line.contains("\t"))
        .map(line -> line.split("\t"))
        .map(parts -> new Button(parts[0], parts[1]))
        .toList();
  }
}
