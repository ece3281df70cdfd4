package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// From a wish to a card, or to one sentence that says why not.
final class Proposing {
  private static final int MOST_WAITING = 3;
  private static final int MOST_A_DAY = 6;
  private static final Duration VALID = Duration.ofHours(24);
  private static final Duration VALID_LONG = Duration.ofHours(48);

  private final Desk desk;
  private final FreeActions free;
  private final Drawing drawing;
  private final OwnBooks books;

  /// @param ways the channels to customers that have a connector
  Proposing(Desk desk, FreeActions free, Set<String> ways) {
    this.books = new OwnBooks(desk.db(), desk.shop(), ways);
    this.desk = desk;
    this.free = free;
    this.drawing = new Drawing(desk);
  }

  void propose(Proposal asked, String by, String conversation, String key) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              if (desk.intents().ofKey(key).isPresent() || free.knows(key)) return;
              var asker = desk.notices().reader(by, conversation);
              if (!by.equals("clock") && !desk.notices().known(by)) {
                desk.notices().answer(asker, "refuse.person");
                return;
              }
              consider(asked, asker, key, now);
            });
  }

  private void consider(Proposal asked, Notices.Reader asker, String key, Instant now) {
    LocalDate today = desk.clock().day(now);
    String currency = desk.currency();
    var stored = books.asStored(asked);
    if (stored.isEmpty()) {
      desk.notices().answer(asker, "refuse.no_product");
      return;
    }
    Proposal proposal = stored.get();
    try {
      SortedMap<String, Value> facts = books.known(Facts.of(proposal, today));
      switch (Exposure.of(proposal, currency, today)) {
        case Exposure.Refused refused ->
            desk.notices().answer(asker, refused.word(), "currency", currency);
        case Exposure.Free _ -> free.ask(proposal, asker, key, now);
        case Exposure.Worst worst -> {
          if (!drawn(facts, worst.money(), asker, key, now)) {
            ask(facts, worst.money(), asker, key, now);
          }
        }
      }
    } catch (TwoCurrencies e) {
      desk.notices().answer(asker, "refuse.currency", "currency", currency);
    }
  }

  /// Inside a mandate nobody is asked again: the document is made and armed at once.
  private boolean drawn(
      SortedMap<String, Value> facts, Money max, Notices.Reader asker, String key, Instant now) {
    var mandate = drawing.fits(new SpendDoc(facts), fingerprint(facts, max), now);
    if (mandate.isEmpty()) return false;
    var fields = new TreeMap<>(facts);
    text(fields, "mandate", mandate.get().id());
    text(fields, "wait", "");
    text(fields, "blocked", "");
    int grace = Tiers.graceSeconds(0, 0, desk.notices().owners());
    envelope(fields, new Tiers.Tier(0, 0, List.of()), grace, max, asker, key, VALID, now);
    return drawing.draw(mandate.get(), new SpendDoc(fields), fingerprint(facts, max), now);
  }

  void ask(
      SortedMap<String, Value> facts, Money max, Notices.Reader asker, String key, Instant now) {
    var notices = desk.notices();
    String print = fingerprint(facts, max);
    var history = desk.history();
    if (desk.state().frozen()) {
      notices.answer(asker, "refuse.frozen");
    } else if (history.waiting(print)) {
      notices.answer(asker, "refuse.same");
    } else if (history.refusedToday(print, now)) {
      notices.answer(asker, "refuse.again");
    } else if (history.waiting() >= MOST_WAITING) {
      notices.answer(asker, "refuse.pending", "count", history.waiting());
    } else if (history.askedOn(desk.clock().day(now)) >= MOST_A_DAY) {
      notices.answer(asker, "refuse.day", "count", MOST_A_DAY);
    } else if (notices.approvers().isEmpty()) {
      notices.answer(asker, "refuse.nobody");
    } else if (max.moreThan(desk.limits().get("total.one")) && !facts.containsKey("hold")) {
      notices.answer(asker, "refuse.one", "amount", max, "line", desk.limits().get("total.one"));
    } else {
      Money left = books.tooMuchBack(facts, max);
      if (left != null) notices.answer(asker, "refuse.refund", "left", left);
      else issue(facts, max, asker, key, now);
    }
  }

  /// The same thing again under what holds now.
  void again(Intent intent, String why, Instant now) {
    var asker = desk.notices().reader(intent.askedBy(), intent.conversation());
    var doc = intent.doc();
    issue(doc.fields(), doc.max(), asker, why + "/" + intent.id(), now);
  }

  /// The price or the stock moved before it was done: the same wish as things are now.
  void requote(Intent intent, Instant now) {
    var asker = desk.notices().reader(intent.askedBy(), intent.conversation());
    consider(OwnBooks.again(intent.doc()), asker, "price/" + intent.id(), now);
  }

  /// Makes the document and shows its card.
  void issue(
      SortedMap<String, Value> known, Money max, Notices.Reader asker, String key, Instant now) {
    var facts = new TreeMap<>(known);
    facts.keySet().removeAll(SpendDoc.ENVELOPE);
    var bare = new SpendDoc(facts);
    String print = fingerprint(facts, max);
    var tier = desk.tiers().of(bare, max, print, now);
    var fields = new TreeMap<>(facts);
    fields.putIfAbsent("wait", new Value.Text(""));
    new EarnBack(desk.db(), desk.shop()).into(fields, max, desk.clock().day(now));
    int grace = Tiers.graceSeconds(tier.number(), tier.persons(), desk.notices().owners());
    Duration valid = tier.number() == Tiers.HIGHEST ? VALID_LONG : VALID;
    envelope(fields, tier, grace, max, asker, key, valid, now);
    boolean blocked = blocked(fields, bare, max, desk.clock().day(now));
    var doc = new SpendDoc(fields);
    desk.intents().add(doc, print, blocked, desk.clock().day(now), now);
    show(desk.intents().find(doc.intent()).orElseThrow(), asker, now);
  }

  private void envelope(
      SortedMap<String, Value> fields,
      Tiers.Tier tier,
      int grace,
      Money max,
      Notices.Reader asker,
      String key,
      Duration valid,
      Instant now) {
    text(fields, "shop", desk.shop());
    text(fields, "intent", Desk.newId());
    fields.put("max", new Value.Whole(max.minor()));
    fields.put("digits", new Value.Whole(Money.digits(max.currency())));
    fields.put("tier", new Value.Whole(tier.number()));
    fields.put("tier_reasons", new Value.Many(tier.reasons()));
    fields.put("persons", new Value.Whole(tier.persons()));
    fields.put("grace", new Value.Whole(grace));
    fields.put("epoch", new Value.Whole(desk.state().epoch()));
    fields.put("created", new Value.Whole(now.toEpochMilli()));
    fields.put("expires", new Value.Whole(now.plus(valid).toEpochMilli()));
    text(fields, "by", asker.person());
    text(fields, "conversation", asker.conversation());
    text(fields, "proposal_key", key);
    text(fields, "template", Cards.VERSION);
  }

  /// Over a cap the card says so and has no button to agree.
  private boolean blocked(SortedMap<String, Value> fields, SpendDoc doc, Money max, LocalDate day) {
    if (doc.category() == Category.HOUSE) {
      text(fields, "blocked", "");
      return false;
    }
    var plan = desk.caps().planDay();
    if (plan.isPresent() && perDay(doc, max).moreThan(plan.get())) {
      return block(fields, "over_plan", plan.get(), "D");
    }
    var full = desk.caps().full(doc.category(), day, max.minor());
    if (full.isPresent()) {
      String window = full.get().slot().substring(0, 1);
      return block(fields, "over_cap", desk.caps().room(doc.category(), day), window);
    }
    text(fields, "blocked", "");
    return false;
  }

  /// As it was said, or the average of its days; nought where it is no plan of days.
  private static Money perDay(SpendDoc doc, Money max) {
    if (doc.has("per_day")) return doc.money("per_day");
    if (doc.category() != Category.ADS || !doc.has("end")) return Money.zero(max.currency());
    long days = ChronoUnit.DAYS.between(doc.day("start"), doc.day("end")) + 1;
    return Money.of(Math.ceilDiv(max.minor(), days), max.currency());
  }

  private static boolean block(
      SortedMap<String, Value> fields, String why, Money left, String window) {
    text(fields, "blocked", why);
    text(fields, "window", window);
    fields.put("left", new Value.Whole(left.minor()));
    return true;
  }

  private void show(Intent intent, Notices.Reader asker, Instant now) {
    for (var reader : desk.notices().approvers()) card(intent, reader, "card", now);
    if (!asker.approver()) {
      desk.notices()
          .answer(
              asker,
              "asked",
              "what",
              desk.notices().of(intent.doc(), desk.cards()::what),
              "amount",
              intent.amount());
    }
  }

  /// The first card of a spend, with fresh buttons for this reader alone.
  void card(Intent intent, Notices.Reader reader, String event, Instant now) {
    var no = desk.notices().button(reader, "button.no", token(Action.NO, intent, reader, now));
    String key = intent.blocked() ? "button.smaller" : "button.look";
    var action = intent.blocked() ? Action.SMALLER : Action.LOOK;
    var go = desk.notices().button(reader, key, token(action, intent, reader, now));
    desk.notices()
        .send(
            reader,
            "card",
            desk.cards().first(intent.doc(), reader.language()),
            List.of(no, go),
            Notices.cause(intent, event));
  }

  String token(Action action, Intent intent, Notices.Reader reader, Instant now) {
    return desk.tokens()
        .issue(
            action,
            intent,
            reader.person(),
            reader.conversation(),
            intent.epoch(),
            now,
            intent.expiresAt());
  }

  /// The same thing for the same money, whoever asks and whenever.
  private static String fingerprint(SortedMap<String, Value> facts, Money max) {
    var fields = new TreeMap<>(facts);
    fields.keySet().removeAll(List.of("warnings", "label", "start", "content", "reason", "wait"));
    fields.put("max", new Value.Whole(max.minor()));
    return Encoding.hash("fingerprint/1", fields);
  }

  private static void text(SortedMap<String, Value> fields, String name, String text) {
    fields.put(name, new Value.Text(text));
  }
}
