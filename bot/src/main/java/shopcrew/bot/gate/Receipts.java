package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.db.Outbox.Button;

/// Receipts, each with its place in the chain, told to everybody concerned.
final class Receipts {
  static final String DOMAIN = "receipt/1";
  private static final Duration STOPPABLE = Duration.ofDays(366);

  private final Desk desk;
  private final Database db;

  Receipts(Desk desk) {
    this.desk = desk;
    this.db = desk.db();
  }

  /// For a spend as it now stands.
  void issue(String intentId, Instant now) {
    var intent = desk.intents().find(intentId).orElseThrow();
    var doc = intent.doc();
    String language = desk.notices().reader("", "").language();
    boolean stoppable =
        intent.state() == State.ACTIVE
            && intent.provider() != ProviderClass.BY_HAND
            && intent.provider() != ProviderClass.MESSAGES;
    var receipt =
        keep(
            intent.id(),
            doc.kind(),
            desk.cards().what(doc, language),
            intent.charged(),
            intent.amount(),
            desk.cards().pays(doc, language),
            desk.notices().names(intent.agreed()),
            java.util.Objects.requireNonNull(intent.approvedAt()),
            intent.platformId(),
            stoppable,
            intent.provider() == ProviderClass.SANDBOX,
            now);
    for (var reader : desk.notices().concerned(intent.askedBy(), intent.conversation())) {
      desk.notices()
          .send(
              reader,
              "receipt",
              text(receipt, intent, reader.language()),
              buttons(intent, reader, stoppable, now),
              Notices.cause(intent, "receipt/" + receipt.code()));
    }
  }

  /// For something that cost nothing; the sentence is told as it is.
  void issueFree(
      String kind, String what, Notices.Reader asker, String key, Instant now, Object... values) {
    Money nought = Money.zero(desk.currency());
    var receipt =
        keep(
            null,
            kind,
            what,
            nought,
            nought,
            "",
            desk.notices().name(asker.person()),
            now,
            null,
            false,
            false,
            now);
    for (var reader : desk.notices().concerned(asker.person(), asker.conversation())) {
      String head = desk.words().say(reader.language(), "receipt.head", "code", receipt.code());
      String said = desk.notices().text(reader.language(), key, values);
      desk.notices()
          .send(reader, "receipt", head + "\n" + said, List.of(), "gate/receipt/" + receipt.code());
    }
  }

  String text(Receipt receipt, Intent intent, String language) {
    var words = desk.words();
    var lines = new ArrayList<String>();
    lines.add(words.say(language, "receipt.head", "code", receipt.code()));
    lines.add(
        words.say(language, "receipt.what", "what", desk.cards().what(intent.doc(), language)));
    boolean house = intent.provider() == ProviderClass.HOUSE;
    String key =
        house
            ? "receipt.money.house"
            : receipt.charged().isPositive() ? "receipt.money.spent" : "receipt.money.none";
    lines.add(
        words.say(
            language,
            key,
            "charged",
            Cards.money(receipt.charged(), language),
            "max",
            Cards.money(receipt.max(), language)));
    lines.add(
        house
            ? desk.cards().bounds(intent.doc(), language)
            : desk.cards().pays(intent.doc(), language));
    lines.add(
        words.say(
            language,
            intent.mandate() == null ? "receipt.who" : "receipt.drawn",
            "who",
            receipt.agreedBy(),
            "at",
            desk.cards().time(receipt.agreedAt(), language)));
    if (receipt.platformId() != null) {
      lines.add(words.say(language, "receipt.number", "id", receipt.platformId()));
    }
    lines.add(
        words.say(
            language,
            "receipt.left",
            "day",
            Cards.money(receipt.leftToday(), language),
            "month",
            Cards.money(receipt.leftMonth(), language)));
    String stop =
        !receipt.stoppable()
            ? house ? "house" : "done"
            : house ? "revoke" : intent.provider() == ProviderClass.PRICE ? "restore" : "running";
    lines.add(words.say(language, "receipt.stop." + stop));
    return String.join("\n", lines);
  }

  private List<Button> buttons(
      Intent intent, Notices.Reader reader, boolean stoppable, Instant now) {
    var buttons = new ArrayList<Button>();
    if (stoppable && reader.approver()) {
      boolean house = intent.provider() == ProviderClass.HOUSE;
      Action action = house ? Action.REVOKE : Action.UNDO;
      String key = house ? "button.revoke" : "button.undo";
      buttons.add(button(intent, reader, action, key, now));
    }
    if (desk.notices().known(reader.person())) {
      buttons.add(button(intent, reader, Action.STOP, "button.stop", now));
    }
    return buttons;
  }

  private Button button(
      Intent intent, Notices.Reader reader, Action action, String key, Instant now) {
    String token =
        desk.tokens()
            .issue(
                action,
                intent,
                reader.person(),
                reader.conversation(),
                intent.epoch(),
                now,
                now.plus(STOPPABLE));
    return desk.notices().button(reader, key, token);
  }

  private Receipt keep(
      @Nullable String intent,
      String kind,
      String what,
      Money charged,
      Money max,
      String payee,
      String agreedBy,
      Instant agreedAt,
      @Nullable String platformId,
      boolean stoppable,
      boolean practice,
      Instant now) {
    var day = desk.clock().day(now);
    String category = kind.equals("restock") ? "restock" : "total";
    var fields = new TreeMap<String, Value>();
    fields.put("kind", new Value.Text(kind));
    fields.put("what", new Value.Text(what));
    fields.put("currency", new Value.Text(max.currency()));
    fields.put("charged", new Value.Whole(charged.minor()));
    fields.put("max", new Value.Whole(max.minor()));
    fields.put("payee", new Value.Text(payee));
    fields.put("by", new Value.Text(agreedBy));
    fields.put("at", new Value.Whole(agreedAt.toEpochMilli()));
    if (platformId != null) fields.put("platform_id", new Value.Text(platformId));
    fields.put("day", new Value.Whole(desk.caps().left(category, 'D', day).minor()));
    fields.put("month", new Value.Whole(desk.caps().left(category, 'M', day).minor()));
    fields.put("stoppable", new Value.Whole(stoppable ? 1 : 0));
    fields.put("practice", new Value.Whole(practice ? 1 : 0));
    return db.write(
        h -> {
          var link = desk.audit().add(now, "receipt", intent, fields);
          h.execute(
              "INSERT INTO gate_receipts (shop, code, seq, intent, body) VALUES (?, ?, ?, ?, ?)",
              desk.shop(),
              link.code(),
              link.seq(),
              intent,
              Encoding.encode(DOMAIN, fields));
          return find(link.code()).orElseThrow();
        });
  }

  Optional<Receipt> find(String code) {
    return db.read(
        h ->
            h.select("SELECT * FROM gate_receipts WHERE shop = ? AND code = ?", desk.shop(), code)
                .map(
                    (row, context) -> {
                      var f = new SpendDoc(Encoding.decode(DOMAIN, row.getBytes("body")));
                      return new Receipt(
                          row.getString("code"),
                          row.getString("intent"),
                          f.kind(),
                          f.text("what"),
                          f.money("charged"),
                          f.money("max"),
                          f.text("payee"),
                          f.text("by"),
                          Instant.ofEpochMilli(f.whole("at")),
                          f.has("platform_id") ? f.text("platform_id") : null,
                          f.money("day"),
                          f.money("month"),
                          f.whole("stoppable") == 1,
                          f.whole("practice") == 1);
                    })
                .findOne());
  }

  List<String> codes(String intent) {
    return db.read(
        h ->
            h.select(
                    "SELECT code FROM gate_receipts WHERE shop = ? AND intent = ? ORDER BY seq",
                    desk.shop(),
                    intent)
                .mapTo(String.class)
                .list());
  }
}
