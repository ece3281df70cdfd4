package shopcrew.bot.gate;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// What can only make things cheaper: it waits for nobody, also while spending is frozen. Noted
/// first, then done, as often as it takes.
final class FreeActions {
  private static final String DOMAIN = "free/1";

  /// @param what `STOP` a spend of ours, `PAUSE` an ad by name, `RAISE` a price
  record Action(
      String key,
      String what,
      @Nullable String intent,
      SpendDoc body,
      String askedBy,
      String conversation,
      int tries) {}

  private final Desk desk;
  private final Database db;

  FreeActions(Desk desk) {
    this.desk = desk;
    this.db = desk.db();
  }

  boolean knows(String key) {
    return db.read(
        h ->
            h.select(
                        "SELECT COUNT(*) FROM free_actions WHERE shop = ? AND action_key = ?",
                        desk.shop(),
                        key)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  /// Notes what a role asked for.
  void ask(Proposal proposal, Notices.Reader asker, String key, Instant now) {
    String what = proposal instanceof Proposal.PriceChange ? "RAISE" : "PAUSE";
    var facts = Facts.of(proposal, desk.clock().day(now));
    note(key, what, null, new SpendDoc(facts), asker.person(), asker.conversation(), now);
  }

  /// Notes that a spend of ours is to be stopped.
  void stop(Intent intent, String why, String by, String conversation, Instant now) {
    var facts = new TreeMap<String, Value>();
    facts.put("why", new Value.Text(why));
    note(why + "/" + intent.id(), "STOP", intent.id(), new SpendDoc(facts), by, conversation, now);
  }

  private void note(
      String key,
      String what,
      @Nullable String intent,
      SpendDoc body,
      String by,
      String conversation,
      Instant now) {
    db.writing(
        h -> {
          int noted =
              h.execute(
                  """
                  INSERT INTO free_actions
                    (shop, action_key, what, intent, body, asked_by, conversation, created_at)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                  ON CONFLICT (shop, action_key) DO NOTHING\
                  """,
                  desk.shop(),
                  key,
                  what,
                  intent,
                  Encoding.encode(DOMAIN, body.fields()),
                  by,
                  conversation,
                  now.toEpochMilli());
          if (noted > 0) desk.audit().add(now, "free", intent, "what", what, "key", key, "by", by);
        });
  }

  List<Action> todo() {
    return db.read(
        h ->
            h.select(
                    """
                    SELECT * FROM free_actions WHERE shop = ? AND done_at IS NULL
                    ORDER BY created_at, action_key\
                    """,
                    desk.shop())
                .map(
                    (row, context) ->
                        new Action(
                            row.getString("action_key"),
                            row.getString("what"),
                            row.getString("intent"),
                            new SpendDoc(Encoding.decode(DOMAIN, row.getBytes("body"))),
                            row.getString("asked_by"),
                            row.getString("conversation"),
                            row.getInt("tries")))
                .list());
  }

  /// True for the one who finishes it.
  boolean done(Action action, Instant now) {
    return db.write(
        h ->
            h.execute(
                    "UPDATE free_actions SET done_at = ? WHERE shop = ? AND action_key = ? AND"
                        + " done_at IS NULL",
                    now.toEpochMilli(),
                    desk.shop(),
                    action.key())
                == 1);
  }

  void tried(Action action) {
    db.writing(
        h ->
            h.execute(
                "UPDATE free_actions SET tries = tries + 1 WHERE shop = ? AND action_key = ?",
                desk.shop(),
                action.key()));
  }

  /// Raises a price in the store; a lower one is not free.
  void raise(Action action, Notices.Reader asker, Receipts receipts, Instant now) {
    var body = action.body();
    var products = db.store(desk.shop()).products();
    var product = products.bySku(body.text("target"));
    Money to = body.money("to");
    if (product.isEmpty() || to.lessThan(product.get().price())) {
      desk.notices().answer(asker, "raise_failed", "label", body.text("label"));
      return;
    }
    db.priceTags(desk.shop()).set(product.get().sku(), to);
    receipts.issueFree(
        body.kind(),
        body.text("label"),
        asker,
        "raised",
        now,
        "label",
        body.text("label"),
        "from",
        product.get().price(),
        "to",
        to);
  }

  /// A platform charged more than was agreed to: told, and stopped where that can be done.
  void overrun(Intent intent, long beyond, long charged, Instant now) {
    String currency = intent.amount().currency();
    desk.notices()
        .tell(
            intent,
            "overrun/" + charged,
            "overrun",
            "beyond",
            Money.of(beyond, currency),
            "what",
            desk.notices().of(intent.doc(), desk.cards()::what),
            "charged",
            Money.of(charged, currency));
    if (intent.provider() == ProviderClass.MESSAGES) return; // what was sent cannot be stopped
    stop(intent, "overrun", intent.askedBy(), intent.conversation(), now);
  }
}
