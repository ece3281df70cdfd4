package shopcrew.bot.gate;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import shopcrew.db.Money;
import shopcrew.db.People;
import shopcrew.db.People.Person;

/// The gate's own matters: what gives somebody more power goes the way of every spend, and is done
/// here in the transaction that claims it. What takes power away waits for nobody.
final class House {
  private static final Duration TO_ENTER = Duration.ofDays(7);

  enum Kind {
    MANDATE,
    RUNNING,
    CAP,
    LINE,
    OWNER,
    NEW_PIN,
    LEND;

    static Kind of(SpendDoc doc) {
      return valueOf(doc.kind().toUpperCase(Locale.ROOT));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Desk desk;
  private final Proposing proposing;
  private final Receipts receipts;
  private final Owners owners;
  private final SecureRandom random = new SecureRandom();

  House(Desk desk, Proposing proposing, Receipts receipts, Owners owners) {
    this.desk = desk;
    this.proposing = proposing;
    this.receipts = receipts;
    this.owners = owners;
  }

  /// The fields that every one of them has.
  static SortedMap<String, Value> facts(Kind kind, String target, String label, String currency) {
    var fields = new TreeMap<String, Value>();
    fields.put("kind", new Value.Text(kind.word()));
    fields.put("category", new Value.Text(Category.HOUSE.word()));
    fields.put("provider", new Value.Text(ProviderClass.HOUSE.name()));
    fields.put("way_back", new Value.Text("house"));
    fields.put("target", new Value.Text(target));
    fields.put("label", new Value.Text(label));
    fields.put("currency", new Value.Text(currency));
    fields.put("warnings", new Value.Many(java.util.List.of()));
    fields.put("hold", new Value.Whole(0));
    fields.put("wait", new Value.Text(wait(kind)));
    boolean amount =
        switch (kind) {
          case MANDATE, RUNNING, CAP, LINE -> true;
          case OWNER, NEW_PIN, LEND -> false;
        };
    fields.put("typed", new Value.Whole(amount ? 1 : 0));
    return fields;
  }

  private static String wait(Kind kind) {
    return switch (kind) {
      case MANDATE, RUNNING, LEND -> "";
      case CAP -> "next_day";
      case LINE, OWNER, NEW_PIN -> "day";
    };
  }

  /// A limit that shall rise; `from` is what holds now.
  void raise(String limit, Money from, Money to, Notices.Reader asker, String key, Instant now) {
    var kind = limit.startsWith("line.") ? Kind.LINE : Kind.CAP;
    var facts = facts(kind, limit, limit, to.currency());
    facts.put("from", new Value.Whole(from.minor()));
    proposing.ask(facts, to, asker, key, now);
  }

  void running(Money month, Notices.Reader asker, String key, Instant now) {
    proposing.ask(facts(Kind.RUNNING, "running", "", month.currency()), month, asker, key, now);
  }

  void owner(String name, Notices.Reader asker, String key, Instant now) {
    var facts = facts(Kind.OWNER, "", name, desk.currency());
    proposing.ask(facts, Money.zero(desk.currency()), asker, key, now);
  }

  void newPin(String person, Notices.Reader asker, String key, Instant now) {
    var facts = facts(Kind.NEW_PIN, person, desk.notices().name(person), desk.currency());
    proposing.ask(facts, Money.zero(desk.currency()), asker, key, now);
  }

  void lend(String borrower, Instant until, Notices.Reader lender, String key, Instant now) {
    var facts = facts(Kind.LEND, borrower, desk.notices().name(borrower), desk.currency());
    facts.put("by_owner", new Value.Text(lender.person()));
    facts.put("until", new Value.Whole(until.toEpochMilli()));
    proposing.ask(facts, Money.zero(desk.currency()), lender, key, now);
  }

  /// Does it, in the transaction of the claim.
  void execute(Intent intent, Instant now) {
    var doc = intent.doc();
    var kind = Kind.of(doc);
    desk.intents().move(intent.id(), State.SENDING, State.ACTIVE, "in force", now);
    switch (kind) {
      case MANDATE -> desk.mandates().begin(intent, now);
      case RUNNING -> endOthers(intent, now);
      case LEND -> {}
      case CAP, LINE -> desk.limits().set(doc.text("target"), doc.max(), now);
      case OWNER -> enter(doc, intent, now);
      case NEW_PIN -> desk.pins().forget(doc.text("target"));
    }
    boolean over =
        switch (kind) {
          case MANDATE, RUNNING, LEND -> false;
          case CAP, LINE, OWNER, NEW_PIN ->
              desk.intents().move(intent.id(), State.ACTIVE, State.SETTLED, "done", now);
        };
    receipts.issue(intent.id(), now);
    if (over) owners.changed(now);
  }

  /// A new owner gets a code to enter with, in a message that can be sent on as it is; what is lent
  // or allowed ends by a tap or its time.
  private void enter(SpendDoc doc, Intent intent, Instant now) {
    String id = "owner_" + intent.id().toLowerCase(Locale.ROOT);
    String language = desk.notices().reader("", "").language();
    desk.people().add(new Person(id, doc.text("label"), People.Kind.OWNER, language));
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    desk.people().invite(id, code, now, TO_ENTER);
    UnaryOperator<String> ways = reader -> desk.ways().apply(code, reader);
    String who = doc.text("label");
    owners.tellAll("owner.code", "owner/" + intent.id(), "who", who);
    owners.tellAll("owner.invite", "invite/" + intent.id(), "who", who, "ways", ways);
  }

  /// One allowance at a time.
  private void endOthers(Intent intent, Instant now) {
    for (var other : desk.intents().in(State.ACTIVE)) {
      boolean same =
          other.provider() == ProviderClass.HOUSE
              && Kind.of(other.doc()) == Kind.RUNNING
              && !other.id().equals(intent.id());
      if (same && desk.intents().move(other.id(), State.ACTIVE, State.SETTLED, "a new one", now)) {
        var what = desk.notices().of(other.doc(), desk.cards()::what);
        desk.notices().tell(other, "replaced", "replaced", "what", what);
      }
    }
  }

  /// Takes back what still stands, at once. False: it does not stand.
  boolean revoke(Intent intent, String why, Instant now) {
    if (!desk.intents().move(intent.id(), State.ACTIVE, State.SETTLED, why, now)) return false;
    desk.mandates().revoke(intent.id(), now);
    for (var draw : desk.intents().in(State.ARMED)) {
      if (!intent.id().equals(draw.mandate())) continue;
      desk.intents().move(draw.id(), State.ARMED, State.VOIDED, "revoked", now);
      desk.purse().release(draw, now);
      var what = desk.notices().of(draw.doc(), desk.cards()::what);
      desk.notices().tell(draw, "voided", "void.mandate", "what", what);
    }
    return true;
  }
}
