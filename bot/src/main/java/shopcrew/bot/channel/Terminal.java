package shopcrew.bot.channel;

import java.io.PrintStream;
import java.util.List;
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
  private final Map<String, List<Button>> buttons = new ConcurrentHashMap<>();

  public Terminal(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public Delivery send(Conversation to, Line line) {
    var text = new StringBuilder(author(to.language(), line)).append(line.text());
    if (!line.buttons().isEmpty()) {
      buttons.put(to.id(), line.buttons());
      for (int i = 0; i < line.buttons().size(); i++) {
        text.append("\n   /").append(i + 1).append("  ").append(line.buttons().get(i).label());
      }
    }
    out.println(text);
    return Delivery.SENT;
  }

  /// The button that was meant by `/1`, if there is one.
  public @Nullable Button tapped(String conversation, String typed) {
    if (!typed.matches("/\\d{1,2}")) return null;
    List<Button> shown = buttons.getOrDefault(conversation, List.of());
    int number = Integer.parseInt(typed.substring(1));
    return number >= 1 && number <= shown.size() ? shown.get(number - 1) : null;
  }

  private String author(String language, Line line) {
    return words.say(language, "author." + line.author()) + "：";
  }
}
