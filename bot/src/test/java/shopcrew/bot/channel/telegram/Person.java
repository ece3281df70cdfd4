package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Somebody with a phone, who writes to the bot as Telegram brings it.
public record Person(StandInTelegram telegram, long id, String name, String language) {
  public static final int NOON = 1_795_000_000;

  public static Person mei(StandInTelegram telegram) {
    return new Person(telegram, 11, "Mei", "zh-hans");
  }

  public static Person jun(StandInTelegram telegram) {
    return new Person(telegram, 12, "Jun", "zh-hans");
  }

  public static Person daniel(StandInTelegram telegram) {
    return new Person(telegram, 21, "Daniel", "en");
  }

  public int writes(String text) {
    return writesIn(id, text);
  }

  /// Returns the number of the update.
  public int writesIn(long chat, String text) {
    ObjectNode message = message(chat);
    message.put("text", text);
    return telegram.updates().bring(update("message", message));
  }

  public int taps(int under, String data, String label) {
    return telegram.updates().bring(update("callback_query", tap(id, under, data, label)));
  }

  ObjectNode tap(long chat, int under, String data, String label) {
    ObjectNode tap = StandInTelegram.JSON.createObjectNode().put("id", "tap-" + id + "-" + under);
    tap.set("from", self());
    tap.put("data", data).put("chat_instance", "1");
    ObjectNode message = tap.putObject("message").put("message_id", under).put("date", NOON);
    message.set("chat", StandInUpdates.chat(chat));
    message
        .putObject("reply_markup")
        .putArray("inline_keyboard")
        .addArray()
        .addObject()
        .put("text", label)
        .put("callback_data", data);
    return tap;
  }

  /// A message with nothing said in it yet.
  ObjectNode message(long chat) {
    ObjectNode message = StandInTelegram.JSON.createObjectNode();
    message.put("message_id", telegram.nextId(String.valueOf(chat))).put("date", NOON);
    message.set("from", self());
    message.set("chat", StandInUpdates.chat(chat));
    return message;
  }

  ObjectNode self() {
    return StandInTelegram.person(id, name, false).put("language_code", language);
  }

  static ObjectNode update(String kind, ObjectNode what) {
    return StandInTelegram.JSON.createObjectNode().set(kind, what);
  }
}
