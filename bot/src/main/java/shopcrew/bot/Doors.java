package shopcrew.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.look.Outside;
import shopcrew.bot.look.Seen;
import shopcrew.bot.look.TelegramLook;
import shopcrew.bot.look.WhatsAppLook;
import shopcrew.bot.setup.Invitation;

/// The ways in for somebody who has a code: the shop's chats, as far as the platforms have said how
/// they are reached, and its page.
public final class Doors {
  /// Where there is no chat and no page.
  public static final BinaryOperator<String> NONE =
      (code, language) -> new Invitation(code).words(language);

  private final Config config;
  private final Bundle words = new Bundle("command");
  private volatile String bot = "";
  private volatile String phone = "";

  public Doors(Config config) {
    this.config = config;
  }

  /// Asks the platforms for what they have not said yet. False: one of them did not answer.
  public boolean look(Outside outside) {
    var telegram = config.telegram();
    if (telegram != null && bot.isEmpty()) {
      var seen = TelegramLook.at(outside, telegram.apiUrl(), telegram.token());
      if (seen instanceof Seen.Good<TelegramLook.Bot>(var is, var _)) bot = is.username();
    }
    var whatsapp = config.whatsapp();
    if (whatsapp != null && phone.isEmpty()) {
      var seen = WhatsAppLook.proven(outside, whatsapp);
      if (seen instanceof Seen.Good<WhatsAppLook.Number>(var is, var _)) phone = is.phone();
    }
    return known();
  }

  public boolean known() {
    return (config.telegram() == null || !bot.isEmpty())
        && (config.whatsapp() == null || !phone.isEmpty());
  }

  /// One to a line. A page that is reached on the shop's own computer alone says so.
  public String ways(String code, String language) {
    var invitation = new Invitation(code);
    List<String> ways = new ArrayList<>();
    if (!bot.isEmpty()) ways.add(way(language, "telegram", invitation.telegram(bot)));
    if (!phone.isEmpty()) ways.add(way(language, "whatsapp", invitation.whatsapp(phone)));
    if (config.telegram() != null || config.whatsapp() != null) {
      ways.add(way(language, "words", invitation.words(language)));
    }
    String address = config.publicUrl();
    ways.add(
        address == null
            ? way(language, "here", invitation.page("http://localhost:" + config.port()))
            : way(language, "page", invitation.page(address)));
    return String.join("\n", ways);
  }

  private String way(String language, String key, String link) {
    return words.say(language, "way." + key, "link", link);
  }
}
