package shopcrew.bot.doctor;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Config;
import shopcrew.bot.config.Setting;
import shopcrew.bot.config.Settings;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.look.DoorLook;
import shopcrew.bot.look.Outside;
import shopcrew.bot.look.Seen;
import shopcrew.bot.look.TelegramLook;
import shopcrew.bot.look.WhatsAppLook;

/// Looks at everything that a running shop stands on, and changes nothing.
public final class Doctor {
  private static final Duration MOST_OFFSET = Duration.ofSeconds(30);
  private static final int MANY_WAITING = 100;
  static final String WHY = "why.";

  private final Settings settings;
  private final Outside outside;
  private final InstantSource clock;
  private final List<Finding> found = new ArrayList<>();
  private @Nullable Duration offset;

  public Doctor(Settings settings, Outside outside, InstantSource clock) {
    this.settings = settings;
    this.outside = outside;
    this.clock = clock;
  }

  /// True if nothing has to be done.
  public boolean tell(PrintStream out, String language) {
    look();
    var words = new Bundle("doctor");
    for (Finding one : found) {
      out.println(one.grade().sign() + " " + said(words, one, language));
    }
    long bad = found.stream().filter(one -> one.grade() == Finding.Grade.BAD).count();
    out.println();
    out.println(words.say(language, bad == 0 ? "well" : "ill", "count", bad));
    return bad == 0;
  }

  /// Why nobody answered is a sentence of its own, and so is each thing that a model can.
  private static String said(Bundle words, Finding one, String language) {
    Object[] pairs = one.pairs().clone();
    for (int i = 1; i < pairs.length; i += 2) {
      if (pairs[i] instanceof String text && text.startsWith(WHY)) {
        pairs[i] = words.say(language, text);
      } else if (pairs[i] instanceof List<?> keys) {
        pairs[i] =
            keys.stream()
                .map(key -> words.say(language, String.valueOf(key)))
                .collect(Collectors.joining(words.say(language, "and")));
      }
    }
    return words.say(language, one.key(), pairs);
  }

  private void look() {
    Config config = config();
    found.addAll(Machine.look(settings.home(), settings.file(), !settings.secrets().isEmpty()));
    boolean phones =
        settings.get(Setting.TELEGRAM_TOKEN) != null
            || settings.get(Setting.WHATSAPP_ACCESS_TOKEN) != null;
    String shop = config == null ? "shop" : config.shop();
    found.addAll(StoreRoom.look(settings.home(), shop, phones, clock.instant()));
    if (config == null) return;
    Config.Telegram telegram = config.telegram();
    Config.WhatsApp whatsapp = config.whatsapp();
    Config.Models models = config.models();
    String door = config.publicUrl();
    if (telegram == null && whatsapp == null) found.add(Finding.note("channels.none"));
    if (telegram != null) telegram(telegram, door);
    if (whatsapp != null) whatsapp(whatsapp, door);
    if (models != null) found.addAll(ModelRoom.look(models, clock));
    if (door != null && good(DoorLook.at(outside, door), "door")) {
      found.add(Finding.good("door", "address", door));
    }
    clock();
  }

  private @Nullable Config config() {
    try {
      Config config = Config.of(settings);
      found.add(Finding.good("settings", "file", settings.file()));
      return config;
    } catch (Config.Faults e) {
      settings.faults().forEach(fault -> found.add(Finding.bad("settings.fault", "fault", fault)));
      return null;
    }
  }

  private void telegram(Config.Telegram telegram, @Nullable String door) {
    var seen = TelegramLook.at(outside, telegram.apiUrl(), telegram.token());
    if (!good(seen, "telegram") || !(seen instanceof Seen.Good<TelegramLook.Bot>(var bot, var _))) {
      return;
    }
    found.add(Finding.good("telegram", "bot", "@" + bot.username()));
    String wanted = telegram.webhook() ? door + "/webhook/telegram" : "";
    if (!bot.webhook().equals(wanted)) {
      String key = telegram.webhook() ? "telegram.no_webhook" : "telegram.webhook";
      found.add(Finding.bad(key, "address", bot.webhook(), "wanted", wanted));
    }
    if (!bot.error().isEmpty()) found.add(Finding.bad("telegram.error", "detail", bot.error()));
    if (bot.waiting() > MANY_WAITING) {
      found.add(Finding.bad("telegram.waiting", "count", bot.waiting()));
    }
  }

  private void whatsapp(Config.WhatsApp whatsapp, @Nullable String door) {
    var seen =
        WhatsAppLook.at(
            outside,
            whatsapp.apiUrl(),
            whatsapp.apiVersion(),
            whatsapp.phoneNumberId(),
            whatsapp.accessToken());
    if (good(seen, "whatsapp")) {
      seen = WhatsAppLook.proven(outside, whatsapp);
      if (good(seen, "whatsapp") && seen instanceof Seen.Good<WhatsAppLook.Number>(var number, _)) {
        found.add(Finding.good("whatsapp", "phone", number.phone(), "name", number.name()));
        if (List.of("YELLOW", "RED").contains(number.quality())) {
          found.add(Finding.bad("whatsapp.quality", "quality", number.quality()));
        }
      }
    }
    if (door == null) found.add(Finding.bad("whatsapp.no_address"));
  }

  /// Keeps what is wrong, and by how much this machine's clock is off.
  private boolean good(Seen<?> seen, String about) {
    return switch (seen) {
      case Seen.Good<?>(var _, Instant at) -> {
        if (at != null) offset = Duration.between(at, clock.instant());
        yield true;
      }
      case Seen.Wrong<?>(String why, String detail) -> {
        found.add(Finding.bad(about + "." + why, "detail", detail));
        yield false;
      }
      case Seen.Unreached<?>(String why) -> {
        found.add(Finding.bad(about + ".unreached", "why", WHY + why));
        yield false;
      }
    };
  }

  private void clock() {
    Duration off = offset;
    if (off == null) return;
    found.add(
        off.abs().compareTo(MOST_OFFSET) > 0
            ? Finding.bad("clock.off", "seconds", off.abs().toSeconds())
            : Finding.good("clock"));
  }
}
