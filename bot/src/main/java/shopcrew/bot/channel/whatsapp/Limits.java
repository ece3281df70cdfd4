package shopcrew.bot.channel.whatsapp;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// What the platform takes at most, as `whatsapp/limits.properties` says with its date and sources.
record Limits(
    int text,
    int body,
    int caption,
    int buttons,
    int buttonTitle,
    int buttonId,
    int rows,
    int rowTitle,
    int rowDescription,
    int rowId,
    int listButton,
    int linkLabel,
    int linkUrl,
    int imageBytes,
    int documentBytes,
    int name,
    int takenBytes) {

  static Limits read() {
    var limits = new Properties();
    try (var in = Limits.class.getResourceAsStream("/whatsapp/limits.properties")) {
      limits.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Limits(
        at(limits, "text"),
        at(limits, "body"),
        at(limits, "caption"),
        at(limits, "buttons"),
        at(limits, "button.title"),
        at(limits, "button.id"),
        at(limits, "rows"),
        at(limits, "row.title"),
        at(limits, "row.description"),
        at(limits, "row.id"),
        at(limits, "list.button"),
        at(limits, "link.label"),
        at(limits, "link.url"),
        at(limits, "image.bytes"),
        at(limits, "document.bytes"),
        at(limits, "name"),
        at(limits, "taken.bytes"));
  }

  private static int at(Properties limits, String key) {
    String number = limits.getProperty(key);
    if (number == null) throw new IllegalStateException("whatsapp/limits has no " + key);
    return Integer.parseInt(number);
  }
}
