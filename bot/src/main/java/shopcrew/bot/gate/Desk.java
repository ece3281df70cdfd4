package shopcrew.bot.gate;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Database;
import shopcrew.db.Outbox;
import shopcrew.db.People;
import shopcrew.db.Tasks;

/// What everybody who works in the gate has before them: the tables, the clock, the words.
record Desk(
    Database db,
    String shop,
    Limits limits,
    GateClock clock,
    Shop state,
    Audit audit,
    Intents intents,
    History history,
    Caps caps,
    Purse purse,
    Mandates mandates,
    Attempts attempts,
    Approvals approvals,
    Tokens tokens,
    Challenges challenges,
    Pins pins,
    Keypads keypads,
    People people,
    Tasks tasks,
    Tiers tiers,
    Bundle words,
    Cards cards,
    Notices notices,
    BinaryOperator<String> ways) {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  /// @param ticks milliseconds that only go on, to see when the wall clock was set
  static Desk of(
      Database db,
      String shop,
      Seal seal,
      InstantSource wall,
      LongSupplier ticks,
      ZoneId zone,
      Gate.Settings settings,
      People people,
      Outbox outbox,
      Tasks tasks) {
    var clock = new GateClock(db, shop, wall, ticks, zone);
    var audit = new Audit(db, shop);
    var intents = new Intents(db, shop, audit);
    var history = new History(db, shop);
    var limits = new Limits(db, shop, seal, settings.currency());
    var caps = new Caps(db, shop, limits);
    var mandates = new Mandates(db, shop);
    var words = new Bundle("gate");
    var tokens = new Tokens(db, shop);
    var notices = new Notices(people, outbox, words, tokens);
    var state = new Shop(db, shop);
    return new Desk(
        db,
        shop,
        limits,
        clock,
        state,
        audit,
        intents,
        history,
        caps,
        new Purse(db, shop, caps, intents, mandates, history, audit),
        mandates,
        new Attempts(db, shop),
        new Approvals(db, shop, seal, audit),
        tokens,
        new Challenges(db, shop),
        new Pins(db, shop, seal, settings.pinRounds()),
        new Keypads(),
        people,
        tasks,
        new Tiers(limits, history, clock, state, notices),
        words,
        new Cards(words, zone),
        notices,
        settings.ways());
  }

  String currency() {
    return limits.currency();
  }

  /// Eight letters and digits that are not mistaken for one another.
  static String newId() {
    var id = new StringBuilder();
    for (int i = 0; i < 8; i++) id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    return id.toString();
  }
}
