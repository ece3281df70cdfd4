package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Arrival;

/// What a customer's message says.
final class Told {
  private static final Set<String> SILENT = Set.of("reaction", "system", "request_welcome");
  private static final int LONGEST_LABEL = 200;
  private static final Arrival.Body UNREADABLE = new Arrival.Medium("file", "", "", 0, "", "");

  private Told() {}

  /// Null: nothing that is answered. What the platform or we cannot read is a file without bytes,
  /// so that the customer hears that it did not come through.
  static Arrival.@Nullable Body of(JsonNode message) {
    String type = Json.text(message, "type");
    if (SILENT.contains(type) || type.isEmpty()) return null;
    return switch (type) {
      case "text" -> words(Json.text(message, "text", "body"));
      case "image", "audio", "video", "sticker" -> medium(type, message.path(type));
      case "document" -> medium("file", message.path("document"));
      case "location" -> words(location(message.path("location")));
      case "contacts" -> words(contacts(message.path("contacts")));
      case "interactive" -> tapped(message);
      case "button" ->
          tapped(message, Json.text(message, "button", "payload"), message.path("button"), "text");
      case "edit" -> edited(message.path("edit"));
      case "revoke" -> deleted(message.path("revoke"));
      default -> UNREADABLE;
    };
  }

  /// What somebody of the shop typed in the phone app. It silences the bot, so it is told without
  /// words too.
  static Arrival.Body echo(JsonNode message) {
    String words = Json.text(message, "text", "body");
    String caption = Json.text(message, Json.text(message, "type"), "caption");
    return new Arrival.Echo(words.isEmpty() ? ("📎 " + caption).strip() : words);
  }

  private static Arrival.@Nullable Body words(String text) {
    return text.isEmpty() ? null : new Arrival.Words(text);
  }

  private static Arrival.Body medium(String kind, JsonNode file) {
    return new Arrival.Medium(
        kind,
        Json.text(240, file, "filename"),
        Json.text(100, file, "mime_type"),
        0,
        Json.text(file, "caption"),
        Json.id(file, "id"));
  }

  /// The same in every language.
  private static String location(JsonNode place) {
    String latitude = Json.text(place, "latitude");
    String longitude = Json.text(place, "longitude");
    if (latitude.isEmpty() || longitude.isEmpty()) return "";
    String words = Json.text(300, place, "name") + " " + Json.text(500, place, "address");
    return ("📍 " + words.strip()).strip() + " (" + latitude + ", " + longitude + ")";
  }

  private static String contacts(JsonNode contacts) {
    var words = new ArrayList<String>();
    for (JsonNode contact : contacts) {
      String numbers = "";
      for (JsonNode phone : contact.path("phones")) numbers += " " + Json.text(40, phone, "phone");
      words.add(("👤 " + Json.text(200, contact, "name", "formatted_name") + numbers).strip());
    }
    return String.join("\n", words.subList(0, Math.min(words.size(), 20)));
  }

  private static Arrival.Body tapped(JsonNode message) {
    JsonNode interactive = message.path("interactive");
    String type = Json.text(interactive, "type");
    if (!type.equals("button_reply") && !type.equals("list_reply")) return UNREADABLE;
    JsonNode reply = interactive.path(type);
    Arrival.Body tapped = tapped(message, Json.text(reply, "id"), reply, "title");
    return tapped == null ? UNREADABLE : tapped;
  }

  private static Arrival.@Nullable Body tapped(
      JsonNode message, String data, JsonNode from, String label) {
    String words = Json.text(LONGEST_LABEL, from, label);
    if (data.isEmpty() && words.isEmpty()) return null;
    return new Arrival.Tapped(Json.id(message, "context", "id"), data, words);
  }

  private static Arrival.@Nullable Body edited(JsonNode edit) {
    String original = Json.id(edit, "original_message_id");
    JsonNode message = edit.path("message");
    String text = Json.text(message, "text", "body");
    if (text.isEmpty()) text = Json.text(message, Json.text(message, "type"), "caption");
    return original.isEmpty() ? null : new Arrival.Edited(original, text);
  }

  private static Arrival.@Nullable Body deleted(JsonNode revoke) {
    String original = Json.id(revoke, "original_message_id");
    return original.isEmpty() ? null : new Arrival.Deleted(original);
  }
}
