package shopcrew.bot.channel.telegram;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Reply.Choice;
import shopcrew.bot.channel.Reply.Kind;
import shopcrew.bot.channel.Reply.Tone;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// A shop on Telegram, which its stand-in plays.
abstract class TelegramWorld {
  static final String MEI = "11";
  static final String DANIEL = "21";
  static final String GROUP = "-100500/11";

  final Watch watch = new Watch();
  final StandInTelegram there = new StandInTelegram();
  Reply next = Reply.words("");
  final Telegram telegram = new Telegram(there.account(), Rates.USUAL, watch, (to, line) -> next);

  @TempDir Path folder;

  @AfterEach
  void close() {
    telegram.close();
    there.close();
  }

  Delivery say(String address, String text) {
    return say(address, Reply.words(text), 0);
  }

  Delivery say(String address, Reply reply, int from) {
    next = reply;
    var now = watch.instant();
    var line = new Line(1, true, "cause", "service", "text", reply.text(), List.of(), "", now);
    return telegram.send(conversation(address), line, from);
  }

  static Conversation conversation(String address) {
    String id = "telegram:" + address;
    return new Conversation(id, "telegram", address, null, null, "zh", null, false, "Mei", null);
  }

  static Reply card(String text) {
    var yes = new Choice("确认花钱", "g1:yes", Tone.YES);
    return new Reply(Kind.CARD, text, List.of(yes, new Choice("不花", "g1:no", Tone.NO)), null, null);
  }
}
