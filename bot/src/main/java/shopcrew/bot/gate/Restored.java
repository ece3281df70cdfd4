package shopcrew.bot.gate;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.gate.Installation.Seen;

/// Books that came back from a backup, or were copied to another place, know nothing of what was
/// agreed, sent and stopped since. They open frozen: nothing waits any more, what was sent is
/// looked for, and only an owner lets it go on.
///
/// The order makes it sure. A link of the chain is on the disk first, then it is noted in a file
/// beside the database, and only then anything is sent. So after a crash the books are never behind
/// the file, whatever was lost; and a copy from before anything that was sent always is. Whoever
/// compares reads the file first and the books after it, so that another process that goes on
/// meanwhile does not matter.
///
/// It does not see a disk or a machine that was set back as a whole, with this file in it; there
/// the receipts on the owners' phones contradict the chain.
final class Restored {
  private static final Logger LOG = LoggerFactory.getLogger(Restored.class);
  static final String EVENT = "restored";

  private final Desk desk;
  private final Stopping stopping;
  private final Owners owners;
  private final @Nullable Installation home;
  private Audit.Link noted = new Audit.Link(-1, "");
  private boolean froze;

  /// @param home null where the books lie in memory alone
  Restored(Desk desk, Stopping stopping, Owners owners, @Nullable Installation home) {
    this.desk = desk;
    this.stopping = stopping;
    this.owners = owners;
    this.home = home;
  }

  /// The operator's switch, for all shops of the folder.
  boolean stopped() {
    return home != null && home.stopped();
  }

  /// The owners hear of the switch once a day, while it is on.
  void tellStopped(Instant look) {
    if (stopped()) owners.tellAll("operator", "operator/" + desk.clock().day(look));
  }

  /// Whether this process is the one that sends.
  boolean sends() {
    return home == null || home.sends();
  }

  /// Whether these are still the books that were last seen here; then they are noted as they stand.
  synchronized boolean same() {
    if (home == null || desk.audit().head().equals(noted)) return true;
    froze = false;
    home.exchange(seen -> note(home.place(), seen));
    return !froze;
  }

  /// At the end of a sweep; if it cannot be written now, nothing is sent before it can.
  void note() {
    try {
      same();
    } catch (RuntimeException e) {
      LOG.error("Cannot note how far the books are; nothing is sent until then", e);
    }
  }

  private Seen note(String place, Optional<Seen> seen) {
    String why = seen.map(last -> differs(last, place)).orElse(beginning());
    if (!why.isEmpty()) freeze(why, seen.map(Seen::generation).orElse(0L));
    Audit.Link head = desk.audit().head();
    noted = head;
    return new Seen(place, generation(), head.seq(), head.hash());
  }

  /// Before the first link there is nothing to remember; books with links have been somewhere.
  private String beginning() {
    return desk.audit().head().seq() == 0 ? "" : "never seen here";
  }

  private String differs(Seen last, String place) {
    if (!last.place().equals(place)) return "another place";
    if (!holds(last)) return "older than what was seen";
    return last.generation() == generation() ? "" : "another generation";
  }

  private boolean holds(Seen last) {
    if (last.seq() == 0) return true;
    return desk.db()
        .read(
            h ->
                h.select(
                        "SELECT hash FROM gate_audit WHERE shop = ? AND seq = ?",
                        desk.shop(),
                        last.seq())
                    .mapTo(String.class)
                    .findOne()
                    .filter(last.hash()::equals)
                    .isPresent());
  }

  private long generation() {
    return desk.db()
        .read(
            h ->
                h.select(
                        "SELECT body FROM gate_audit WHERE shop = ? AND event = ?"
                            + " ORDER BY seq DESC LIMIT 1",
                        desk.shop(),
                        EVENT)
                    .mapTo(byte[].class)
                    .findOne()
                    .map(body -> Encoding.decode("gate-event/1", body))
                    .map(fields -> fields.get("generation"))
                    .map(
                        value -> value instanceof Value.Text text ? Long.parseLong(text.text()) : 0)
                    .orElse(0L));
  }

  private void freeze(String why, long seen) {
    froze = true;
    LOG.warn("The books of {} are not those last seen here: {}", desk.shop(), why);
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              long next = Math.max(seen, generation()) + 1;
              stopping.freeze("restored: " + why, now);
              int halted = 0;
              for (var intent : desk.intents().in(State.AWAITING)) {
                desk.intents().move(intent.id(), State.AWAITING, State.REJECTED, EVENT, now);
                halted++;
              }
              for (var intent : desk.intents().in(State.ARMED)) {
                desk.intents().move(intent.id(), State.ARMED, State.VOIDED, EVENT, now);
                desk.purse().release(intent, now);
                halted++;
              }
              for (var intent : desk.intents().in(State.SENDING)) {
                desk.intents().move(intent.id(), State.SENDING, State.UNKNOWN, EVENT, now);
              }
              String generation = String.valueOf(next);
              desk.audit().add(now, EVENT, null, "generation", generation, "why", why);
              owners.tellAll("restored", "restored/" + generation, "halted", halted);
            });
  }
}
