package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads what may be of any shape.
final class Json {
  private Json() {}

  /// The words or the number at the end of that path, or empty.
  static String text(JsonNode from, String... path) {
    JsonNode node = from;
    for (String step : path) node = node.path(step);
    return node.isTextual() || node.isNumber() ? Said.clean(node.asText()).strip() : "";
  }

  /// As [#text], cut where it would be too long to be what it should.
  static String text(int most, JsonNode from, String... path) {
    String text = text(from, path);
    if (text.length() <= most) return text;
    boolean half = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, half ? most - 1 : most);
  }

  /// A platform's id of something: without spaces and not endless, else empty.
  static String id(JsonNode from, String... path) {
    String id = text(from, path);
    return id.length() <= 512 && id.chars().allMatch(c -> c > ' ' && c < 127) ? id : "";
  }
}
