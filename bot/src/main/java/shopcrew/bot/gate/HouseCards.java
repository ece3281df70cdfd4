package shopcrew.bot.gate;

import java.time.Instant;
import shopcrew.bot.i18n.Bundle;

/// The words of the gate's own matters, from the document alone.
final class HouseCards {
  private final Bundle words;
  private final Cards cards;

  HouseCards(Bundle words, Cards cards) {
    this.words = words;
    this.cards = cards;
  }

  String what(SpendDoc doc, String language) {
    return say(doc, language, "what");
  }

  String most(SpendDoc doc, String language) {
    return say(doc, language, "most");
  }

  String note(SpendDoc doc, String language) {
    return say(doc, language, "note");
  }

  String end(SpendDoc doc, String language) {
    return say(doc, language, "end");
  }

  private String platform(SpendDoc doc, String language) {
    if (!doc.has("platform")) return "";
    return doc.text("platform").isEmpty()
        ? words.say(language, "platform.any")
        : cards.platform(doc, language);
  }

  private String say(SpendDoc doc, String language, String part) {
    String limit = doc.text("target");
    boolean named = words.keys(language).contains("limit." + limit);
    return words.say(
        language,
        "house." + part + "." + House.Kind.of(doc).word(),
        "label",
        doc.text("label"),
        "amount",
        Cards.money(doc.max(), language),
        "from",
        doc.has("from") ? Cards.money(doc.money("from"), language) : "",
        "limit",
        named ? words.say(language, "limit." + limit) : "",
        "platform",
        platform(doc, language),
        "day",
        doc.has("per_day") ? Cards.money(doc.money("per_day"), language) : "",
        "start",
        doc.has("start") ? cards.day(doc.day("start"), language) : "",
        "end",
        doc.has("end") ? cards.day(doc.day("end"), language) : "",
        "until",
        doc.has("until") ? cards.time(Instant.ofEpochMilli(doc.whole("until")), language) : "");
  }
}
