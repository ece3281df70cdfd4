package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import shopcrew.bot.gate.Challenges.Purpose;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.db.Money;
import shopcrew.db.Outbox.Button;

/// What nobody can find out but the owner: they looked at the platform, and say with their PIN what
/// they saw there.
final class Attesting {
  private static final Duration KEEP = Duration.ofDays(30);

  private final Desk desk;
  private final Pad pad;
  private final Receipts receipts;

  Attesting(Desk desk, Pad pad, Receipts receipts) {
    this.desk = desk;
    this.pad = pad;
    this.receipts = receipts;
  }

  static List<Button> buttons(Desk desk, Intent intent, Notices.Reader reader, Instant now) {
    if (!reader.approver() || intent.state() != State.NEEDS_HUMAN) return List.of();
    return List.of(
        button(desk, intent, reader, Action.NOT_OUT, "button.not_out", now),
        button(desk, intent, reader, Action.WENT_OUT, "button.went_out", now));
  }

  private static Button button(
      Desk desk, Intent intent, Notices.Reader reader, Action action, String key, Instant now) {
    String token =
        desk.tokens()
            .issue(
                action,
                intent,
                reader.person(),
                reader.conversation(),
                intent.epoch(),
                now,
                now.plus(KEEP));
    return desk.notices().button(reader, key, token);
  }

  /// The tap: asks for the PIN.
  void ask(Intent intent, Tokens.Token token, Notices.Reader reader, Instant now) {
    if (!pad.ready(reader, now)) return;
    String note = token.action().name();
    pad.ask(Keypads.Purpose.ATTEST, intent, reader, note, "", "attest.pin", now);
  }

  void attested(Intent intent, String note, Notices.Reader reader, Instant now) {
    if (intent.state() != State.NEEDS_HUMAN) {
      desk.notices().answer(reader, "old", "truth", desk.notices().truth(intent));
      return;
    }
    String who = desk.notices().name(reader.person());
    if (note.equals(Action.WENT_OUT.name())) {
      desk.challenges()
          .open(
              "attest/" + intent.id() + "/" + now.toEpochMilli(),
              Purpose.PAID,
              intent,
              reader.person(),
              reader.conversation(),
              intent.epoch(),
              now.plus(Duration.ofHours(1)));
      desk.notices().answer(reader, "task.ask", "plain", intent.amount().plain());
      return;
    }
    if (desk.intents().move(intent.id(), State.NEEDS_HUMAN, State.VOIDED, "seen by " + who, now)) {
      desk.purse().release(intent, now);
      desk.notices().tell(intent, "voided", "attest.not_out", "who", who, "what", what(intent));
    }
  }

  /// The sum that was seen there: it is posted, and the spend is over.
  void paid(Intent intent, Money paid, String by, Instant now) {
    String who = desk.notices().name(by);
    if (!desk.intents().move(intent.id(), State.NEEDS_HUMAN, State.ACTIVE, "seen by " + who, now)) {
      return;
    }
    if (paid.isPositive()) desk.purse().post(intent, paid.minor(), now);
    desk.audit().add(now, "attested", intent.id(), "by", by, "amount", paid.toString());
    desk.intents().move(intent.id(), State.ACTIVE, State.SETTLED, "attested", now);
    desk.purse().release(intent, now);
    receipts.issue(intent.id(), now);
  }

  private Object what(Intent intent) {
    return desk.notices().of(intent.doc(), desk.cards()::what);
  }
}
