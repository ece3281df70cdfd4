package shopcrew.bot.channel.telegram;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Contact;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.Venue;
import org.telegram.telegrambots.meta.api.objects.location.Location;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.i18n.Bundle;

/// What a message says: words, a file, a place, or that somebody came in by a link.
final class Said {
  private static final Pattern BY_LINK =
      Pattern.compile("/start(?:@\\w+)?\\s+([A-Za-z0-9_-]{1,64})\\s*");
  private static final Pattern COMMAND = Pattern.compile("(/\\w+)@\\w+(.*)", Pattern.DOTALL);

  private final Bundle words = new Bundle("telegram");

  /// Null if it says nothing, as when somebody pins a message.
  Arrival.@Nullable Body by(Message message, Me me, User from) {
    if (message.getText() != null) {
      Matcher link = BY_LINK.matcher(message.getText());
      if (link.matches()) return new Arrival.Entered(link.group(1));
      String text = text(message, me);
      return text.isEmpty() ? null : new Arrival.Words(text);
    }
    String language = from.getLanguageCode() == null ? "" : from.getLanguageCode();
    if (message.getVenue() != null) return venue(message.getVenue(), language);
    if (message.getLocation() != null) return place(message.getLocation(), language);
    if (message.getContact() != null) return contact(message.getContact(), from, language);
    return Media.of(message, text(message, me));
  }

  /// The words or the caption, without the bot's name in it.
  String text(Message message, Me me) {
    Matcher command = COMMAND.matcher(Addressed.words(message));
    if (command.matches()) return (command.group(1) + command.group(2)).strip();
    return Addressed.without(me, message);
  }

  /// Only one's own: a card of somebody else's proves nothing.
  @Nullable String phone(Message message, User from) {
    Contact contact = message.getContact();
    if (contact == null || !Objects.equals(contact.getUserId(), from.getId())) return null;
    String digits = digits(contact);
    return digits.matches("\\d{5,15}") ? digits : null;
  }

  /// What stood on the button.
  String label(Message message, String data) {
    var markup = message.getReplyMarkup();
    if (markup == null || markup.getKeyboard() == null) return "";
    return markup.getKeyboard().stream()
        .filter(Objects::nonNull)
        .flatMap(row -> row.stream())
        .filter(button -> button != null && data.equals(button.getCallbackData()))
        .map(button -> Objects.requireNonNullElse(button.getText(), ""))
        .findFirst()
        .orElse("");
  }

  private Arrival.@Nullable Body contact(Contact contact, User from, String language) {
    String digits = digits(contact);
    if (digits.isEmpty()) return null;
    if (Objects.equals(contact.getUserId(), from.getId())) {
      return new Arrival.Words(words.say(language, "phone", "phone", digits));
    }
    String name = Legible.line(or(contact.getFirstName()) + " " + or(contact.getLastName()));
    return new Arrival.Words(words.say(language, "contact", "name", name, "phone", digits));
  }

  private Arrival.@Nullable Body venue(Venue venue, String language) {
    String where = where(venue.getLocation());
    if (where.isEmpty()) return null;
    String name = Legible.line(or(venue.getTitle()));
    String address = Legible.line(or(venue.getAddress()));
    return new Arrival.Words(
        words.say(language, "place.named", "name", name, "address", address, "where", where));
  }

  private Arrival.@Nullable Body place(Location place, String language) {
    String where = where(place);
    return where.isEmpty() ? null : new Arrival.Words(words.say(language, "place", "where", where));
  }

  private static String where(@Nullable Location place) {
    if (place == null || place.getLatitude() == null || place.getLongitude() == null) return "";
    return plain(place.getLatitude()) + ", " + plain(place.getLongitude());
  }

  private static String plain(Double degrees) {
    return degrees.isNaN() || degrees.isInfinite() || Math.abs(degrees) > 180
        ? "?"
        : BigDecimal.valueOf(degrees).toPlainString();
  }

  private static String digits(Contact contact) {
    return or(contact.getPhoneNumber()).replaceAll("[^0-9]", "");
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
