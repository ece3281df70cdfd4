package shopcrew.bot.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One message each to many, in order, every one noted before it leaves. What is not known to have
/// arrived is never sent again; it is settled by the platform's reports and its bill.
final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /// @param tag the mark of this one message
  record Item(String intent, int number, String tag, String state, long charged) {}

  private final Desk desk;
  private final Receipts receipts;
  private final FreeActions free;
  private final CrashPoints crash;

  Batch(Desk desk, Receipts receipts, FreeActions free, CrashPoints crash) {
    this.desk = desk;
    this.receipts = receipts;
    this.free = free;
    this.crash = crash;
  }

  /// Sends what was never sent, up to the first hard refusal or STOP; then it runs.
  void goOn(Intent intent, Provider port, BooleanSupplier allowed) {
    plan(intent);
    var request = Request.of(intent.doc());
    var recipients = intent.doc().many("recipients");
    for (Item item : items(intent.id())) {
      if (!item.state().equals("PLANNED")) continue;
      if (!inTime(intent) || !allowed.getAsBoolean() || !move(item, "PLANNED", "SENT")) break;
      crash.at("item noted, not sent");
      try {
        var one = request.to(item.tag(), recipients.get(item.number()));
        port.send(one, Encoding.sha256(desk.shop() + " " + item.tag()));
        crash.at("item sent, not noted");
        move(item, "SENT", "TAKEN");
      } catch (Provider.Refused e) {
        move(item, "SENT", "REFUSED");
        break;
      } catch (RuntimeException e) {
        LOG.warn("No answer for {}: {}", item.tag(), e.toString());
      }
    }
    finish(intent);
  }

  private void plan(Intent intent) {
    desk.db()
        .writing(
            h -> {
              int count = intent.doc().many("recipients").size();
              for (int i = 0; i < count; i++) {
                h.execute(
                    """
                    INSERT INTO attempt_items (shop, intent, item, tag, state)
                    VALUES (?, ?, ?, ?, 'PLANNED') ON CONFLICT (shop, intent, item) DO NOTHING\
                    """,
                    desk.shop(),
                    intent.id(),
                    i,
                    Request.of(intent.doc()).tag() + "/" + i);
              }
            });
  }

  private boolean inTime(Intent intent) {
    var attempt = desk.attempts().of(intent.id()).orElseThrow();
    return !desk.clock().look().isAfter(attempt.sendBy());
  }

  /// What left is known or waited for; what did not leave gives its money back at the end.
  private void finish(Intent seen) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              h.execute(
                  "UPDATE attempt_items SET state = 'LEFT' WHERE shop = ? AND intent = ? AND state"
                      + " = 'PLANNED'",
                  desk.shop(),
                  seen.id());
              var intent = desk.intents().find(seen.id()).orElseThrow();
              boolean open = intent.state() == State.SENDING || intent.state() == State.UNKNOWN;
              if (!open) return;
              var items = items(intent.id());
              boolean none =
                  items.stream()
                      .allMatch(i -> i.state().equals("LEFT") || i.state().equals("REFUSED"));
              if (none) {
                desk.intents().move(intent.id(), intent.state(), State.VOIDED, "none left", now);
                desk.purse().release(intent, now);
                desk.notices()
                    .tell(
                        intent,
                        "voided",
                        "void.batch",
                        "what",
                        desk.notices().of(intent.doc(), desk.cards()::what));
                return;
              }
              if (taken(items) == 0) {
                if (intent.state() == State.SENDING) {
                  desk.intents().move(intent.id(), State.SENDING, State.UNKNOWN, "no answer", now);
                }
                return;
              }
              desk.intents().move(intent.id(), intent.state(), State.ACTIVE, "sent", now);
              desk.intents().platformId(intent.id(), Request.of(intent.doc()).tag());
              receipts.issue(intent.id(), now);
              long maybe = items.stream().filter(i -> i.state().equals("SENT")).count();
              long left = items.size() - maybe - taken(items);
              if (maybe + left > 0) tellPart(intent, taken(items), maybe, left);
            });
  }

  private static long taken(List<Item> items) {
    return items.stream()
        .filter(i -> i.state().equals("TAKEN") || i.state().equals("DONE"))
        .count();
  }

  private void tellPart(Intent intent, long taken, long maybe, long left) {
    desk.notices()
        .tell(
            intent,
            "part",
            "batch.part",
            "what",
            desk.notices().of(intent.doc(), desk.cards()::what),
            "count",
            taken,
            "maybe",
            maybe,
            "left",
            left);
  }

  /// A report of one message, perhaps the second of its kind, perhaps before its time.
  void reported(String tag, long charged) {
    desk.db()
        .writing(
            h -> {
              var found = item(tag);
              if (found.isEmpty() || charged < 0) return;
              var item = found.get();
              if (item.state().equals("SENT") || item.state().equals("TAKEN")) {
                move(item, item.state(), "DONE");
              }
              long more = charged - item.charged();
              if (more <= 0) return;
              h.execute(
                  "UPDATE attempt_items SET charged = ? WHERE shop = ? AND tag = ?",
                  charged,
                  desk.shop(),
                  tag);
              Instant now = desk.clock().now();
              var intent = desk.intents().find(item.intent()).orElseThrow();
              long beyond = desk.purse().post(intent, more, now);
              desk.audit().add(now, "billed", intent.id(), "item", tag, "amount", "" + more);
              long all = intent.charged().minor() + more;
              if (beyond > 0) free.overrun(intent, beyond, all, now);
            });
  }

  List<Item> items(String intent) {
    return desk.db()
        .read(
            h ->
                h.select(
                        "SELECT * FROM attempt_items WHERE shop = ? AND intent = ? ORDER BY item",
                        desk.shop(),
                        intent)
                    .map((row, context) -> item(row))
                    .list());
  }

  private Optional<Item> item(String tag) {
    return desk.db()
        .read(
            h ->
                h.select("SELECT * FROM attempt_items WHERE shop = ? AND tag = ?", desk.shop(), tag)
                    .map((row, context) -> item(row))
                    .findOne());
  }

  private static Item item(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Item(
        row.getString("intent"),
        row.getInt("item"),
        row.getString("tag"),
        row.getString("state"),
        row.getLong("charged"));
  }

  private boolean move(Item item, String from, String to) {
    return desk.db()
        .write(
            h ->
                h.execute(
                        "UPDATE attempt_items SET state = ? WHERE shop = ? AND tag = ? AND state ="
                            + " ?",
                        to,
                        desk.shop(),
                        item.tag(),
                        from)
                    == 1);
  }
}
