package shopcrew.bot.channel;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;

/// The terminal: lines are printed with their author; a button is tapped by typing its number after
/// a stroke, `/1`.
public final class Terminal implements Channel {
  private final PrintStream out;
  private final Bundle words = new Bundle("channel");
  private final Map<String, Line> buttons = new ConcurrentHashMap<>();

  /// A button and the number of its line.
  public record Choice(long line, Button button) {}

  public Terminal(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public Delivery send(Conversation to, Line line, int from) {
    var text = new StringBuilder(author(to.language(), line)).append(line.text());
    if (!line.buttons().isEmpty()) {
      buttons.put(to.id(), line);
      for (int i = 0; i < line.buttons().size(); i++) {
        text.append("\n   /").append(i + 1).append("  ").append(line.buttons().get(i).label());
      }
    }
    out.println(text);
    return Delivery.Sent.PLAIN;
  }

  /// The button that was meant by `/1`, if there is one.
  public @Nullable Choice tapped(String conversation, String typed) {
    if (!typed.matches("/\\d{1,2}")) return null;
    Line shown = buttons.get(conversation);
    int number = Integer.parseInt(typed.substring(1));
    if (shown == null || number < 1 || number > shown.buttons().size()) return null;
    return new Choice(shown.seq(), shown.buttons().get(number - 1));
  }

  private String author(String language, Line line) {
    return words.say(language, "author." + line.author()) + "：";
  }
}
