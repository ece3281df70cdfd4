package shopcrew.bot.channel;

import java.util.function.BiConsumer;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// Writes down what would be sent: for the story in the terminal and for tests.
public final class Transcript implements Channel {
  private final BiConsumer<Conversation, Line> pen;

  public Transcript(BiConsumer<Conversation, Line> pen) {
    this.pen = pen;
  }

  @Override
  public String name() {
    return "transcript";
  }

  @Override
  public Delivery send(Conversation to, Line line, int from) {
    pen.accept(to, line);
    return Delivery.Sent.PLAIN;
  }
}
