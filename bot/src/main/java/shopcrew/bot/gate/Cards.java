package shopcrew.bot.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Money;

/// The words of every step, made from the document alone, so that they can be made again and
/// compared.
final class Cards {
  private static final int SHOWN = 60;

  /// Part of every document: a card is only compared with one of the same making.
  static final String VERSION = "card/1";

  private final Bundle words;
  private final ZoneId zone;
  private final HouseCards house;

  Cards(Bundle words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    this.house = new HouseCards(words, this);
  }

  /// What it is, how much at most, to whom, until when, whether it can be taken back.
  String first(SpendDoc doc, String language) {
    var lines = new ArrayList<String>();
    lines.add(words.say(language, "header"));
    lines.add(what(doc, language));
    lines.add(most(doc, language));
    note(doc, language, lines);
    String warnings = warnings(doc, language);
    earn(doc, language, lines, !warnings.isEmpty());
    lines.add(pays(doc, language));
    lines.add(end(doc, language));
    if (!warnings.isEmpty()) lines.add(words.say(language, "card.warn", "warnings", warnings));
    String needs =
        doc.persons() > 1
            ? "card.valid.both"
            : doc.tier() == Tiers.HIGHEST
                ? "card.valid.sleep"
                : doc.tier() == 3 ? "card.valid.pin" : "card.valid";
    lines.add(words.say(language, needs, "until", time(doc.expiresAt(), language)));
    return String.join("\n", lines);
  }

  /// Asks for the amount in digits.
  String ask(SpendDoc doc, String language) {
    return String.join(
        "\n",
        words.say(language, "header"),
        what(doc, language),
        most(doc, language),
        words.say(language, "card.ask", "plain", doc.max().plain()),
        words.say(language, "card.ask.then"));
  }

  /// The last step.
  String confirm(SpendDoc doc, String language) {
    return String.join(
        "\n",
        words.say(language, "header"),
        what(doc, language),
        most(doc, language),
        pays(doc, language),
        words.say(
            language,
            doc.text("wait").isEmpty() ? "card.sure.undo" : "card.sure." + doc.text("wait"),
            "wait",
            grace(doc, language)),
        words.say(language, "card.sure", "button", confirmButton(doc, language)));
  }

  /// Asks for the PIN, on a keypad.
  String pin(SpendDoc doc, String language) {
    return String.join(
        "\n",
        words.say(language, "header"),
        what(doc, language),
        most(doc, language),
        words.say(language, "card.pin"),
        words.say(language, "card.pin.never"));
  }

  /// How long it can be taken back.
  String grace(SpendDoc doc, String language) {
    long seconds = doc.whole("grace");
    return seconds < 120
        ? words.say(language, "time.seconds", "count", seconds)
        : words.say(language, "time.minutes", "count", seconds / 60);
  }

  /// The channel of a message as people call it.
  String via(String channel, String language) {
    String key = "via." + channel;
    return words.say(language, words.keys(language).contains(key) ? key : "via.other");
  }

  String confirmButton(SpendDoc doc, String language) {
    boolean house = doc.category() == Category.HOUSE;
    if (house && doc.max().isZero()) return words.say(language, "button.confirm.free");
    String key = house ? "button.confirm.house" : "button.confirm";
    return words.say(language, key, "plain", money(doc.max(), language));
  }

  String what(SpendDoc doc, String language) {
    if (doc.category() == Category.HOUSE) return house.what(doc, language);
    String key = "card.what." + doc.category().word();
    String label = doc.text("label");
    return switch (doc.category()) {
      case ADS ->
          doc.provider() == ProviderClass.SANDBOX
              ? words.say(language, "card.what.sandbox", "label", label)
              : words.say(language, key, "label", label, "platform", doc.text("platform"));
      case COUPON ->
          words.say(
              language,
              key,
              "label",
              label,
              "count",
              doc.whole("count"),
              "face",
              money(doc.money("face"), language));
      case PRICE ->
          words.say(
              language,
              key,
              "label",
              label,
              "from",
              money(doc.money("from"), language),
              "to",
              money(doc.money("to"), language));
      case BROADCAST ->
          words.say(
              language,
              key,
              "label",
              label,
              "via",
              via(doc.text("via"), language),
              "count",
              doc.many("recipients").size(),
              "content",
              Plain.line(doc.text("content"), SHOWN));
      case RESTOCK -> words.say(language, key, "label", label, "count", doc.whole("quantity"));
      case PURCHASE, REFUND -> words.say(language, key, "label", label);
      case HOUSE -> house.what(doc, language);
    };
  }

  String platform(SpendDoc doc, String language) {
    boolean sandbox =
        doc.provider() == ProviderClass.SANDBOX
            || (doc.has("platform") && doc.text("platform").equals("sandbox"));
    if (sandbox) return words.say(language, "platform.sandbox");
    return doc.has("platform") ? doc.text("platform") : doc.text("target");
  }

  /// What one of the gate's own matters allows.
  String bounds(SpendDoc doc, String language) {
    boolean days = House.Kind.of(doc) == House.Kind.MANDATE;
    return house.most(doc, language) + (days ? "\n" + house.note(doc, language) : "");
  }

  private String most(SpendDoc doc, String language) {
    if (doc.category() == Category.HOUSE) return house.most(doc, language);
    String amount = money(doc.max(), language);
    boolean cheque = language.startsWith("zh") && doc.max().currency().equals("CNY");
    if (doc.tier() < 2 || !cheque) {
      return words.say(language, "card.most", "amount", amount);
    }
    return words.say(
        language, "card.most.capitals", "amount", amount, "capitals", Capitals.of(doc.max()));
  }

  private void note(SpendDoc doc, String language, List<String> lines) {
    String key = "card.note." + doc.category().word();
    switch (doc.category()) {
      case ADS -> {
        if (!doc.has("per_day")) return;
        String each = money(doc.money("per_day"), language);
        String most = money(doc.money("day_most").min(doc.max()), language);
        lines.add(words.say(language, key, "each", each, "most", most));
      }
      case COUPON -> {
        if (!doc.has("threshold")) return;
        lines.add(words.say(language, key, "threshold", money(doc.money("threshold"), language)));
      }
      case PRICE -> lines.add(words.say(language, key, "count", doc.whole("stock")));
      case BROADCAST -> {
        String each = money(doc.money("each"), language);
        lines.add(words.say(language, key, "each", each, "left", doc.whole("left_out")));
      }
      case RESTOCK ->
          lines.add(words.say(language, key, "each", money(doc.money("each"), language)));
      case PURCHASE, REFUND -> {}
      case HOUSE -> lines.add(house.note(doc, language));
    }
  }

  /// How many have to be sold for it; beside the note where the card would grow too long.
  private void earn(SpendDoc doc, String language, List<String> lines, boolean warned) {
    if (!doc.has(EarnBack.PIECES)) return;
    String earn =
        words.say(
            language,
            "card.earn." + doc.category().word(),
            "count",
            doc.whole(EarnBack.PIECES),
            "each",
            money(doc.money(EarnBack.EACH), language),
            "sold",
            doc.whole(EarnBack.SOLD));
    boolean noted = lines.size() > 3;
    if (!noted || !warned) lines.add(earn);
    else lines.add(words.say(language, "card.earn.and", "note", lines.removeLast(), "earn", earn));
  }

  String pays(SpendDoc doc, String language) {
    return switch (doc.category()) {
      case ADS ->
          doc.provider() == ProviderClass.SANDBOX
              ? words.say(language, "card.pays.sandbox")
              : words.say(language, "card.pays.hand", "platform", doc.text("platform"));
      case COUPON, PRICE -> words.say(language, "card.pays.store");
      case BROADCAST ->
          words.say(language, "card.pays.broadcast", "via", via(doc.text("via"), language));
      case RESTOCK -> words.say(language, "card.pays.restock");
      case PURCHASE, REFUND ->
          words.say(language, "card.pays." + doc.category().word(), "target", doc.text("target"));
      case HOUSE -> words.say(language, "card.pays.house");
    };
  }

  private String end(SpendDoc doc, String language) {
    if (doc.category() == Category.HOUSE) return house.end(doc, language);
    String way = doc.text("way_back");
    String key =
        way.equals("restore") && doc.has("end") ? "card.end.restore_on" : "card.end." + way;
    return words.say(language, key, "end", doc.has("end") ? day(doc.day("end"), language) : "");
  }

  private String warnings(SpendDoc doc, String language) {
    var said = new ArrayList<String>();
    if (!doc.text("blocked").isEmpty()) {
      said.add(
          words.say(
              language,
              "warn." + doc.text("blocked"),
              "left",
              money(doc.money("left"), language),
              "window",
              words.say(language, "window." + doc.text("window"))));
    }
    var keys = words.keys(language);
    var names = new ArrayList<>(doc.many("tier_reasons"));
    names.addAll(doc.many("warnings"));
    for (String name : names) {
      if (keys.contains("warn." + name)) said.add(words.say(language, "warn." + name));
    }
    return said.stream()
        .distinct()
        .limit(2)
        .collect(java.util.stream.Collectors.joining(language.startsWith("zh") ? "；" : "; "));
  }

  String time(Instant at, String language) {
    return format(language, "format.time").format(at.atZone(zone));
  }

  String day(LocalDate day, String language) {
    return format(language, "format.day").format(day);
  }

  static String money(Money money, String language) {
    return money.format(Locale.forLanguageTag(language));
  }

  private DateTimeFormatter format(String language, String key) {
    var locale = language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    return DateTimeFormatter.ofPattern(words.say(language, key), locale);
  }
}
