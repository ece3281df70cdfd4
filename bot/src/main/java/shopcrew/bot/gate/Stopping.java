package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopcrew.bot.gate.Challenges.Challenge;
import shopcrew.bot.gate.Challenges.Purpose;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.bot.gate.Tokens.Token;
import shopcrew.db.Money;
import shopcrew.db.Outbox.Button;

/// STOP: after its transaction nothing is claimed any more. Anybody of the shop can; only an owner
/// lets it go on, in two steps.
final class Stopping {
  private static final Duration TO_TYPE = Duration.ofMinutes(10);

  private final Desk desk;
  private final FreeActions free;
  private final Pad pad;
  private final Owners owners;
  private final CrashPoints crash;

  Stopping(Desk desk, FreeActions free, Pad pad, Owners owners, CrashPoints crash) {
    this.desk = desk;
    this.free = free;
    this.pad = pad;
    this.owners = owners;
    this.crash = crash;
  }

  void stop(Notices.Reader by, Instant now) {
    if (!desk.notices().known(by.person())) return;
    if (desk.state().frozen()) {
      desk.notices().answer(by, resumeButton(by, now), "stopped.already");
      return;
    }
    freeze("stop by " + by.person(), now);
    int halted = 0;
    for (var intent : desk.intents().in(State.AWAITING)) {
      desk.intents().move(intent.id(), State.AWAITING, State.REJECTED, "frozen", now);
      halted++;
    }
    for (var intent : desk.intents().in(State.ARMED)) {
      desk.intents().move(intent.id(), State.ARMED, State.VOIDED, "frozen", now);
      desk.purse().release(intent, now);
      halted++;
    }
    var sent = desk.intents().in(State.SENDING, State.UNKNOWN, State.NEEDS_HUMAN);
    var running =
        desk.intents().in(State.ACTIVE).stream()
            .filter(i -> i.provider() != ProviderClass.BY_HAND)
            .filter(i -> i.provider() != ProviderClass.MESSAGES)
            .filter(i -> i.provider() != ProviderClass.HOUSE)
            .toList();
    for (var intent : running) free.stop(intent, "stop", by.person(), by.conversation(), now);
    crash.at("stop, not committed");
    tell(by, now, halted, sent.size(), running);
  }

  /// Freezes without a person's word: rows were tampered with.
  void freeze(String why, Instant now) {
    desk.state().freeze();
    desk.challenges().lapse();
    owners.endStanding(now);
    desk.audit().add(now, "frozen", null, "why", why);
  }

  private void tell(Notices.Reader by, Instant now, int halted, int sent, List<Intent> running) {
    Money charged =
        running.stream().map(Intent::charged).reduce(Money.zero(desk.currency()), Money::plus);
    String key =
        sent > 0 ? "stopped.unknown" : charged.isPositive() ? "stopped.running" : "stopped";
    for (var reader : desk.notices().concerned(by.person(), by.conversation())) {
      desk.notices()
          .answer(
              reader,
              resumeButton(reader, now),
              key,
              "halted",
              halted + (key.equals("stopped") ? running.size() : 0),
              "running",
              running.size(),
              "sent",
              sent,
              "charged",
              charged);
    }
  }

  private List<Button> resumeButton(Notices.Reader reader, Instant now) {
    if (!reader.approver()) return List.of();
    return List.of(desk.notices().button(reader, "button.resume", resumeToken(reader, now)));
  }

  private String resumeToken(Notices.Reader reader, Instant now) {
    return desk.tokens()
        .issue(
            Action.RESUME,
            null,
            reader.person(),
            reader.conversation(),
            desk.state().epoch(),
            now,
            now.plus(Duration.ofDays(30)));
  }

  /// Whether it is too early to go on; then the owner is told what it waits for.
  private boolean early(Notices.Reader reader) {
    if (!Reconciling.open(desk)) return false;
    desk.notices().answer(reader, "restored.wait");
    return true;
  }

  /// First step: says what resuming means. Second: asks for the word.
  void look(Token token, Notices.Reader reader, Instant now) {
    if (!reader.approver()) {
      desk.notices().answer(reader, "not_owner");
    } else if (!desk.state().frozen()) {
      desk.notices().answer(reader, "not_frozen");
    } else if (early(reader)) {
      return;
    } else if (Steps.tooQuick(token, now)) {
      desk.notices().answer(reader, "too_quick");
    } else if (pinned(now)) {
      if (pad.ready(reader, now)) {
        pad.ask(Keypads.Purpose.RESUME, null, reader, "", "", "resume.pin", now);
      }
    } else {
      desk.challenges()
          .open(
              token.hash() + "/" + now.toEpochMilli(),
              Purpose.RESUME,
              null,
              reader.person(),
              reader.conversation(),
              desk.state().epoch(),
              now.plus(TO_TYPE));
      desk.notices().answer(reader, "resume.type");
    }
  }

  /// The word to resume was typed: it counts only as the answer to our question.
  void word(Optional<Challenge> challenge, Notices.Reader reader, Instant now) {
    if (!reader.approver()) {
      desk.notices().answer(reader, "not_owner");
    } else if (!desk.state().frozen()) {
      desk.notices().answer(reader, "not_frozen");
    } else if (early(reader)) {
      return;
    } else if (challenge.isPresent() && challenge.get().purpose() == Purpose.RESUME) {
      desk.challenges().close(challenge.get());
      resumed(reader, now);
    } else {
      desk.notices().answer(reader, resumeButton(reader, now), "resume.look");
    }
  }

  /// Once any owner has a PIN that counts, only a PIN lets it go on; before, the typed word does.
  private boolean pinned(Instant now) {
    return desk.notices().persons().stream()
        .flatMap(p -> desk.pins().of(p.id()).stream())
        .anyMatch(kept -> kept.counts(now));
  }

  /// Spending may go on; what was called off stays off.
  void resumed(Notices.Reader reader, Instant now) {
    if (!desk.state().frozen()) {
      desk.notices().answer(reader, "not_frozen");
      return;
    }
    if (early(reader)) return;
    desk.state().unfreeze();
    desk.audit().add(now, "resumed", null, "by", reader.person());
    for (var to : desk.notices().concerned(reader.person(), reader.conversation())) {
      desk.notices().answer(to, "resumed", "who", desk.notices().name(reader.person()));
    }
  }
}
