package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A piece as the platform reads it.
final class Payload {
  private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

  private Payload() {}

  /// @param to a business-scoped user id (`CN.1a2b`) or a phone number's digits. The first goes
  ///     under `recipient`: under `to` the platform reads it as a number, says yes and drops the
  ///     message.
  /// @param medium the platform's id of the file, of a piece with one
  /// @param ours comes back with every status of the message
  static ObjectNode of(String to, Piece piece, String medium, String ours) {
    var message = NEW.objectNode();
    message.put("messaging_product", "whatsapp").put("recipient_type", "individual");
    message.put(Addresses.isUserId(to) ? "recipient" : "to", to);
    switch (piece) {
      case Piece.Text text ->
          part(message, "text").put("preview_url", false).put("body", text.body());
      case Piece.Buttons buttons -> buttons(part(message, "interactive"), buttons);
      case Piece.Listing listing -> listing(part(message, "interactive"), listing);
      case Piece.Link link -> link(part(message, "interactive"), link);
      case Piece.Medium file -> {
        var part = part(message, file.kind()).put("id", medium);
        if (!file.caption().isEmpty()) part.put("caption", file.caption());
        if (file.kind().equals("document")) part.put("filename", file.name());
      }
    }
    return message.put("biz_opaque_callback_data", ours);
  }

  private static ObjectNode part(ObjectNode message, String type) {
    return message.put("type", type).putObject(type);
  }

  private static ObjectNode action(ObjectNode interactive, String type, String body) {
    interactive.put("type", type).putObject("body").put("text", body);
    return interactive.putObject("action");
  }

  private static void buttons(ObjectNode interactive, Piece.Buttons piece) {
    var buttons = action(interactive, "button", piece.body()).putArray("buttons");
    for (Piece.Option option : piece.options()) {
      buttons
          .addObject()
          .put("type", "reply")
          .putObject("reply")
          .put("id", option.id())
          .put("title", option.title());
    }
  }

  private static void listing(ObjectNode interactive, Piece.Listing piece) {
    var action = action(interactive, "list", piece.body()).put("button", piece.button());
    var rows = action.putArray("sections").addObject().putArray("rows");
    for (Piece.Row row : piece.rows()) {
      var one = rows.addObject().put("id", row.id()).put("title", row.title());
      if (!row.description().isEmpty()) one.put("description", row.description());
    }
  }

  private static void link(ObjectNode interactive, Piece.Link piece) {
    action(interactive, "cta_url", piece.body())
        .put("name", "cta_url")
        .putObject("parameters")
        .put("display_text", piece.label())
        .put("url", piece.url());
  }
}
