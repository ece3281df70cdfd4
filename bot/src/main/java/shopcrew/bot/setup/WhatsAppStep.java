package shopcrew.bot.setup;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.config.Setting;
import shopcrew.bot.look.Outside;
import shopcrew.bot.look.Seen;
import shopcrew.bot.look.WhatsAppLook;

/// A number of the WhatsApp Cloud API, by its six values.
final class WhatsAppStep {
  private static final List<Setting> ALL =
      List.of(
          Setting.WHATSAPP_PHONE_NUMBER_ID,
          Setting.WHATSAPP_ACCESS_TOKEN,
          Setting.WHATSAPP_APP_SECRET,
          Setting.WHATSAPP_VERIFY_TOKEN,
          Setting.WHATSAPP_SHARED,
          Setting.WHATSAPP_EURO);
  private static final int BYTES = 18;

  private final Talk talk;
  private final Draft draft;
  private final Outside outside;
  private final String apiUrl;
  private final String version;

  WhatsAppStep(Talk talk, Draft draft, Outside outside, String apiUrl, String version) {
    this.talk = talk;
    this.draft = draft;
    this.outside = outside;
    this.apiUrl = apiUrl;
    this.version = version;
  }

  /// The number as customers see it, if it has answered. Half of it is never kept.
  @Nullable String take() {
    talk.say("whatsapp.title");
    talk.say("whatsapp.guide");
    String number = draft.get(Setting.WHATSAPP_PHONE_NUMBER_ID);
    String token = draft.get(Setting.WHATSAPP_ACCESS_TOKEN);
    String secret = draft.get(Setting.WHATSAPP_APP_SECRET);
    while (true) {
      talk.say("whatsapp.where.number");
      number = digits(number);
      if (number.isEmpty()) return off();
      talk.say("whatsapp.where.token");
      token = wanted("whatsapp.token", token);
      Verdict verdict =
          Verdict.of(WhatsAppLook.at(outside, apiUrl, version, number, token), "whatsapp", talk);
      if (verdict == Verdict.LEFT) return null;
      if (verdict == Verdict.RIGHT) break;
    }
    Seen<WhatsAppLook.Number> seen;
    while (true) {
      talk.say("whatsapp.where.secret");
      secret = wanted("whatsapp.secret", secret);
      seen = WhatsAppLook.proven(outside, apiUrl, version, number, token, secret);
      Verdict verdict = Verdict.of(seen, "whatsapp", talk);
      if (verdict == Verdict.LEFT) return null;
      if (verdict == Verdict.RIGHT) break;
    }
    draft.put(Setting.WHATSAPP_PHONE_NUMBER_ID, number);
    draft.put(Setting.WHATSAPP_ACCESS_TOKEN, token);
    draft.put(Setting.WHATSAPP_APP_SECRET, secret);
    draft.put(Setting.WHATSAPP_VERIFY_TOKEN, verifyToken());
    boolean shared = draft.get(Setting.WHATSAPP_SHARED).equals("true");
    draft.put(Setting.WHATSAPP_SHARED, String.valueOf(talk.yes("whatsapp.shared", shared)));
    draft.put(Setting.WHATSAPP_EURO, euro());
    draft.save();
    if (!(seen instanceof Seen.Good<WhatsAppLook.Number>(var known, var _))) return null;
    talk.say("whatsapp.good", "name", known.name(), "phone", known.phone());
    return known.phone();
  }

  private @Nullable String off() {
    draft.remove(ALL);
    draft.save();
    talk.say("whatsapp.off");
    return null;
  }

  /// Empty to leave WhatsApp off.
  private String digits(String kept) {
    while (true) {
      String typed = talk.ask("whatsapp.number", kept);
      if (typed.matches("(?i)off|关闭|关")) return "";
      if (typed.isEmpty() || typed.matches("\\d{3,30}")) return typed;
      talk.say("whatsapp.digits");
    }
  }

  private String wanted(String key, String kept) {
    while (true) {
      String typed = talk.secret(key, kept);
      if (typed.matches("[!-~]{3,512}")) return typed;
      talk.say("whole");
    }
  }

  private String euro() {
    while (true) {
      String typed = talk.ask("whatsapp.euro", draft.get(Setting.WHATSAPP_EURO));
      if (typed.matches("\\d{1,6}(\\.\\d{1,6})?") && typed.matches(".*[1-9].*")) return typed;
      talk.say("above_nought");
    }
  }

  private String verifyToken() {
    String kept = draft.get(Setting.WHATSAPP_VERIFY_TOKEN);
    if (kept.isEmpty()) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      kept = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
    while (true) {
      String typed = talk.ask("whatsapp.verify", kept);
      if (typed.matches("[!-~]{3,512}")) return typed;
      talk.say("whole");
    }
  }
}
