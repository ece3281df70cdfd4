package shopcrew.bot.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import shopcrew.db.Money;

/// What a person is asked to agree to, whole and unchangeable. Any change is another document.
record SpendDoc(SortedMap<String, Value> fields) {
  static final String DOMAIN = "spend-doc/1";

  /// What the gate adds to the facts; a new document for the same facts gets its own.
  static final List<String> ENVELOPE =
      List.of(
          "shop",
          "intent",
          "max",
          "digits",
          "tier",
          "tier_reasons",
          "persons",
          "grace",
          "mandate",
          "epoch",
          "created",
          "expires",
          "by",
          "conversation",
          "proposal_key",
          "template",
          "blocked",
          "window",
          "left",
          EarnBack.PIECES,
          EarnBack.EACH,
          EarnBack.SOLD);

  SpendDoc {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  static SpendDoc decode(byte[] bytes) {
    return new SpendDoc(Encoding.decode(DOMAIN, bytes));
  }

  byte[] bytes() {
    return Encoding.encode(DOMAIN, fields);
  }

  String hash() {
    return Encoding.sha256(bytes());
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name) {
    return fields.get(name) instanceof Value.Text text ? text.text() : missing(name);
  }

  long whole(String name) {
    return fields.get(name) instanceof Value.Whole whole ? whole.number() : missing(name);
  }

  List<String> many(String name) {
    return fields.get(name) instanceof Value.Many many ? many.texts() : missing(name);
  }

  Money money(String name) {
    return Money.of(whole(name), text("currency"));
  }

  LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }

  String intent() {
    return text("intent");
  }

  String kind() {
    return text("kind");
  }

  Category category() {
    return Category.valueOf(text("category").toUpperCase(Locale.ROOT));
  }

  ProviderClass provider() {
    return ProviderClass.valueOf(text("provider"));
  }

  Money max() {
    return money("max");
  }

  /// What is put aside at the yes: all of it, or nothing where nothing can leave by itself.
  Money hold() {
    return has("hold") ? money("hold") : max();
  }

  /// How many persons have to agree; nobody where a mandate stands behind it.
  int persons() {
    return has("persons") ? Math.toIntExact(whole("persons")) : 1;
  }

  /// Whether the amount is typed, from the second tier on.
  boolean typed() {
    return !has("typed") || whole("typed") == 1;
  }

  int tier() {
    return Math.toIntExact(whole("tier"));
  }

  long epoch() {
    return whole("epoch");
  }

  Instant expiresAt() {
    return Instant.ofEpochMilli(whole("expires"));
  }

  private static <T> T missing(String name) {
    throw new IllegalStateException("the document has no " + name);
  }
}
