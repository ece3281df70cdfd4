package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopcrew.bot.gate.Mandates.Mandate;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.db.Money;
import shopcrew.db.Outbox.Button;

/// A spend inside a mandate: taken from the mandate, the caps and nothing else, told to both
/// owners, and still to be undone by a tap.
final class Drawing {
  private static final Duration IN_TIME = Duration.ofMinutes(15);
  private static final Duration KEEP = Duration.ofDays(30);
  private static final int MOST_A_DAY = 20;

  private final Desk desk;

  Drawing(Desk desk) {
    this.desk = desk;
  }

  /// The mandate that it could be drawn on.
  Optional<Mandate> fits(SpendDoc facts, String fingerprint, Instant now) {
    if (desk.state().frozen() || desk.history().refusedToday(fingerprint, now)) {
      return Optional.empty();
    }
    var today = desk.clock().day(now);
    if (desk.history().drawnOn(today) >= MOST_A_DAY || overPlan(facts)) return Optional.empty();
    return desk.mandates().scope(facts, desk.state().epoch(), today);
  }

  private boolean overPlan(SpendDoc facts) {
    var plan = desk.caps().planDay();
    return plan.isPresent() && facts.has("per_day") && facts.money("per_day").moreThan(plan.get());
  }

  /// False: there is no room, and nothing was taken; it is asked on a card instead.
  boolean draw(Mandate mandate, SpendDoc doc, String fingerprint, Instant now) {
    var today = desk.clock().day(now);
    long amount = doc.max().minor();
    if (desk.caps().full(doc.category(), today, amount).isPresent()) return false;
    if (!desk.mandates().draw(mandate, doc.intent(), amount, doc.day("start"), doc.day("end"))) {
      return false;
    }
    desk.intents().add(doc, fingerprint, false, today, now);
    var intent = desk.intents().find(doc.intent()).orElseThrow();
    if (!desk.purse().hold(intent, today, now)) {
      throw new IllegalStateException("a cap moved inside its transaction");
    }
    Instant start = now.plusSeconds(doc.whole("grace"));
    String by = String.join(" ", desk.intents().find(mandate.id()).orElseThrow().agreed());
    desk.intents().arm(intent.id(), by, now, start, start.plus(IN_TIME));
    desk.notices()
        .tell(
            intent,
            "drawn",
            reader -> undo(intent, reader, now, start),
            "drawn",
            "what",
            desk.notices().of(doc, desk.cards()::what),
            "amount",
            doc.max(),
            "left",
            Money.of(mandate.total() - mandate.drawn() - amount, desk.currency()),
            "wait",
            desk.notices().of(doc, desk.cards()::grace));
    return true;
  }

  private List<Button> undo(Intent intent, Notices.Reader reader, Instant now, Instant start) {
    if (!reader.approver()) return List.of();
    String token =
        desk.tokens()
            .issue(
                Action.UNDO,
                intent,
                reader.person(),
                reader.conversation(),
                intent.epoch(),
                now,
                start.plus(KEEP));
    return List.of(desk.notices().button(reader, "button.undo", token));
  }
}
