package shopcrew.bot.gate;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Database;
import shopcrew.db.Outbox;
import shopcrew.db.People;
import shopcrew.db.Tasks;

/// What everybody who works in the gate has before them: the tables, the clock, the words.
record Desk(
    Database db,
    String shop,
    Gate.Settings settings,
    GateClock clock,
    Shop state,
    Audit audit,
    Intents intents,
    History history,
    Caps caps,
    Purse purse,
    Attempts attempts,
    Approvals approvals,
    Tokens tokens,
    Challenges challenges,
    Tasks tasks,
    Tiers tiers,
    Bundle words,
    Cards cards,
    Notices notices) {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  static Desk of(
      Database db,
      String shop,
      Seal seal,
      InstantSource wall,
      ZoneId zone,
      Gate.Settings settings,
      People people,
      Outbox outbox,
      Tasks tasks) {
    var clock = new GateClock(db, shop, wall, zone);
    var audit = new Audit(db, shop);
    var intents = new Intents(db, shop, audit);
    var history = new History(db, shop);
    var caps = new Caps(db, shop, settings);
    var words = new Bundle("gate");
    return new Desk(
        db,
        shop,
        settings,
        clock,
        new Shop(db, shop),
        audit,
        intents,
        history,
        caps,
        new Purse(db, shop, caps, intents),
        new Attempts(db, shop),
        new Approvals(db, shop, seal),
        new Tokens(db, shop),
        new Challenges(db, shop),
        tasks,
        new Tiers(settings, history, clock),
        words,
        new Cards(words, zone),
        new Notices(people, outbox, words));
  }

  /// Eight letters and digits that are not mistaken for one another.
  static String newId() {
    var id = new StringBuilder();
    for (int i = 0; i < 8; i++) id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    return id.toString();
  }
}
