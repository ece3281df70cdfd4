package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what was posted: JSON, or a form with a file, of which the name and the size are kept.
final class StandInForm {
  private static final Pattern NAME =
      Pattern.compile("name=\"([^\"]*)\"(?:; filename=\"([^\"]*)\")?");

  private static final Set<String> JSON_FIELDS = Set.of("reply_markup", "allowed_updates");

  private StandInForm() {}

  static JsonNode read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.startsWith("multipart/")) {
      return body.length == 0
          ? StandInTelegram.JSON.createObjectNode()
          : StandInTelegram.JSON.readTree(body);
    }
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String boundary = "--" + type.substring(type.indexOf("boundary=") + 9);
    ObjectNode form = StandInTelegram.JSON.createObjectNode();
    for (String part : text.split(Pattern.quote(boundary))) {
      int end = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(end < 0 ? "" : part.substring(0, end));
      if (!name.find()) continue;
      String value = part.substring(end + 4, part.length() - 2);
      if (name.group(2) != null) {
        form.put(utf8(name.group(1)), utf8(name.group(2))).put("bytes", value.length());
      } else if (JSON_FIELDS.contains(name.group(1))) {
        form.set(name.group(1), StandInTelegram.JSON.readTree(utf8(value)));
      } else if (!form.has(name.group(1))) {
        form.put(name.group(1), utf8(value));
      }
    }
    for (String field : List.of("photo", "document")) {
      String attached = form.path(field).asText();
      if (attached.startsWith("attach://")) form.set(field, form.path(attached.substring(9)));
    }
    return form;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
