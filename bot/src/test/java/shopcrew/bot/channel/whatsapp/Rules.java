package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// What the real platform takes, written down a second time and apart from our own limits. It gives
/// the error code with which a message would be refused, or 0.
final class Rules {
  private static final int MISSING = 131008;
  private static final int WRONG = 131009;

  private Rules() {}

  static int fault(JsonNode message) {
    if (!message.path("messaging_product").asText().equals("whatsapp")) return 100;
    String type = message.path("type").asText();
    if (type.equals("template")) return 132000;
    if (message.path("to").asText().isEmpty() && message.path("recipient").asText().isEmpty()) {
      return MISSING;
    }
    if (message.path("biz_opaque_callback_data").asText().length() > 512) return 100;
    JsonNode part = message.path(type);
    return switch (type) {
      case "text" -> words(part.path("body"), 1, 4096);
      case "image" -> media(part);
      case "document" -> Math.max(media(part), words(part.path("filename"), 1, 240));
      case "interactive" -> interactive(part);
      default -> 131051;
    };
  }

  private static int media(JsonNode part) {
    int caption = part.has("caption") ? words(part.path("caption"), 1, 1024) : 0;
    return Math.max(caption, words(part.path("id"), 1, 60));
  }

  private static int interactive(JsonNode part) {
    int body = words(part.path("body").path("text"), 1, 1024);
    if (body != 0) return body;
    JsonNode action = part.path("action");
    return switch (part.path("type").asText()) {
      case "button" -> buttons(action.path("buttons"));
      case "list" -> Math.max(words(action.path("button"), 1, 20), rows(action.path("sections")));
      case "cta_url" ->
          Math.max(
              words(action.path("parameters").path("display_text"), 1, 20),
              action.path("parameters").path("url").asText().matches("https?://\\S{1,1990}")
                  ? 0
                  : WRONG);
      default -> WRONG;
    };
  }

  private static int buttons(JsonNode buttons) {
    if (buttons.isEmpty() || buttons.size() > 3) return WRONG;
    Set<String> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (JsonNode button : buttons) {
      JsonNode reply = button.path("reply");
      int fault = Math.max(words(reply.path("id"), 1, 256), words(reply.path("title"), 1, 20));
      if (fault != 0) return fault;
      if (!ids.add(reply.path("id").asText())) return WRONG;
      if (!titles.add(reply.path("title").asText())) return WRONG;
      if (reply.path("title").asText().contains("\n")) return WRONG;
    }
    return 0;
  }

  private static int rows(JsonNode sections) {
    if (sections.isEmpty() || sections.size() > 10) return WRONG;
    Set<String> ids = new HashSet<>();
    for (JsonNode section : sections) {
      if (section.path("rows").isEmpty()) return WRONG;
      for (JsonNode row : section.path("rows")) {
        int fault = Math.max(words(row.path("id"), 1, 200), words(row.path("title"), 1, 24));
        if (row.has("description")) fault = Math.max(fault, words(row.path("description"), 1, 72));
        if (fault != 0) return fault;
        if (!ids.add(row.path("id").asText())) return WRONG;
      }
    }
    return ids.size() > 10 ? WRONG : 0;
  }

  private static int words(JsonNode words, int least, int most) {
    if (!words.isTextual() || words.asText().strip().length() < least) return MISSING;
    String text = words.asText();
    for (int i = 0; i < text.length(); i++) {
      boolean high = Character.isHighSurrogate(text.charAt(i));
      boolean pair = high && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      if (Character.isSurrogate(text.charAt(i)) && !pair) return WRONG;
      if (pair) i++;
    }
    return text.length() > most ? WRONG : 0;
  }
}
