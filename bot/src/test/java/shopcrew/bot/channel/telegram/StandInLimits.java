package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Telegram's limits, written apart from ours.
final class StandInLimits {
  private static final Set<String> STYLES = Set.of("", "danger", "success", "primary");

  private StandInLimits() {}

  /// Empty, or what Telegram would say.
  static String wrong(String method, JsonNode body) {
    if (method.startsWith("sendphoto")) {
      if (body.path("bytes").asLong() > 10_000_000) return "file is too big for a photo";
      if (body.path("photo").asText().contains("long")) return "PHOTO_INVALID_DIMENSIONS";
    }
    if (method.equals("senddocument") && body.path("bytes").asLong() > 50_000_000) {
      return "Request Entity Too Large";
    }
    boolean text = method.endsWith("text") || method.equals("sendmessage");
    String words = body.path(text ? "text" : "caption").asText();
    if (text && blank(words)) return "message text is empty";
    if (text && words.length() > 4_096) return "message is too long";
    if (!text && words.length() > 1_024) return "message caption is too long";
    if (body.has("parse_mode")) return "can't parse entities";
    return keyboard(body.path("reply_markup").path("inline_keyboard"));
  }

  static boolean blank(String words) {
    return words
        .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\p{Mn}\u2800\u3164\uFFA0\u115F\u1160]", "")
        .isEmpty();
  }

  static String keyboard(JsonNode rows) {
    int count = 0;
    for (JsonNode row : rows) {
      if (row.isEmpty() || row.size() > 8) return "row of buttons is invalid";
      for (JsonNode button : row) {
        count++;
        if (blank(button.path("text").asText())) return "BUTTON_TEXT_EMPTY";
        String data = button.path("callback_data").asText();
        String url = button.path("url").asText();
        if (data.isEmpty() == url.isEmpty()) return "BUTTON_TYPE_INVALID";
        if (data.getBytes(StandardCharsets.UTF_8).length > 64) return "BUTTON_DATA_INVALID";
        if (!url.isEmpty() && !url.matches("https?://[^/:]+\\.[a-z]+([:/].*)?")) {
          return "inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL";
        }
        if (!STYLES.contains(button.path("style").asText())) return "BUTTON_STYLE_INVALID";
      }
    }
    return count > 100 ? "reply markup is too long" : "";
  }
}
