package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import shopcrew.bot.gate.Approvals.Step;
import shopcrew.bot.gate.Challenges.Purpose;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.bot.gate.Tokens.Token;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Outbox.Tone;

/// One owner's way from the card to the yes, each step of another kind, all by the same person.
final class Steps {
  private static final Duration DWELL = Duration.ofMillis(1_500);
  private static final int TRIES = 3;

  private final Desk desk;
  private final Proposing proposing;
  private final Pad pad;
  private final CrashPoints crash;

  Steps(Desk desk, Proposing proposing, Pad pad, CrashPoints crash) {
    this.desk = desk;
    this.proposing = proposing;
    this.pad = pad;
    this.crash = crash;
  }

  static boolean tooQuick(Token token, Instant now) {
    return Duration.between(token.createdAt(), now).compareTo(DWELL) < 0;
  }

  /// "Look first": the second message, which asks for the yes, the amount or the PIN.
  void look(Intent intent, Notices.Reader reader, Token token, Instant now) {
    if (intent.tier() >= 3 && !pad.ready(reader, now)) return;
    if (!desk.tokens().consume(token, now)) return;
    String shown = desk.cards().first(intent.doc(), reader.language());
    desk.approvals()
        .add(intent, reader.person(), Step.REVIEW, shown, reader.language(), token.hash(), now);
    if (intent.doc().has("content")) {
      String head = desk.words().say(reader.language(), "content.head");
      String content = head + "\n" + intent.doc().text("content");
      desk.notices().send(reader, "notice", content, List.of(), fresh(intent, "content", token));
    }
    if (intent.tier() >= 2 && intent.typed()) askAmount(intent, reader, token, now);
    else afterAmount(intent, reader, token, now);
    crash.at("looked, not committed");
  }

  private void askAmount(Intent intent, Notices.Reader reader, Token token, Instant now) {
    desk.challenges()
        .open(
            token.hash(),
            Purpose.AMOUNT,
            intent,
            reader.person(),
            reader.conversation(),
            intent.epoch(),
            intent.expiresAt());
    var no = proposing.token(Action.NO, intent, reader, now);
    desk.notices()
        .send(
            reader,
            "card",
            desk.cards().ask(intent.doc(), reader.language()),
            List.of(desk.notices().button(reader, "button.no", no)),
            fresh(intent, "ask", token));
  }

  /// An amount was typed as the answer to the open question.
  void amount(
      Intent intent,
      Challenges.Challenge challenge,
      Amounts.Typed.Amount typed,
      Notices.Reader reader,
      Instant now) {
    if (!typed.money().equals(intent.doc().max())) {
      wrong(intent, challenge, reader, now);
      return;
    }
    if (!desk.approvals().has(intent, reader.person(), Step.REVIEW)) {
      desk.notices().answer(reader, "stale");
      return;
    }
    desk.challenges().close(challenge);
    String shown = desk.cards().ask(intent.doc(), reader.language());
    desk.approvals()
        .add(intent, reader.person(), Step.AMOUNT, shown, reader.language(), challenge.id(), now);
    crash.at("amount, not committed");
    afterAmount(intent, reader, used(intent, reader, now), now);
  }

  /// A token of this moment, used up at once: it makes the next card a new one.
  private Token used(Intent intent, Notices.Reader reader, Instant now) {
    var token = desk.tokens().find(proposing.token(Action.LOOK, intent, reader, now)).orElseThrow();
    desk.tokens().consume(token, now);
    return token;
  }

  private void wrong(
      Intent intent, Challenges.Challenge challenge, Notices.Reader reader, Instant now) {
    int left = TRIES - challenge.wrong() - 1;
    if (left > 0) {
      desk.challenges().wrong(challenge);
      desk.notices().answer(reader, "wrong", "plain", intent.doc().max().plain(), "tries", left);
      return;
    }
    desk.challenges().closeAll(intent.id());
    if (desk.intents().move(intent.id(), State.AWAITING, State.REJECTED, "wrong amount", now)) {
      desk.notices().tell(intent, "rejected", "wrong_end");
    }
  }

  private void afterAmount(Intent intent, Notices.Reader reader, Token token, Instant now) {
    if (intent.tier() >= 3) pad.step(intent, reader, now);
    else askYes(intent, reader, token, now);
  }

  /// The PIN was right.
  void pinned(Intent intent, Notices.Reader reader, String key, Instant now) {
    boolean before =
        Authority.steps(intent).stream()
            .takeWhile(step -> step != Step.PIN)
            .allMatch(step -> desk.approvals().has(intent, reader.person(), step));
    if (!open(intent, now) || !before) {
      desk.notices().answer(reader, "stale");
      return;
    }
    String shown = desk.cards().pin(intent.doc(), reader.language());
    desk.approvals().add(intent, reader.person(), Step.PIN, shown, reader.language(), key, now);
    crash.at("pin, not committed");
    askYes(intent, reader, used(intent, reader, now), now);
  }

  boolean open(Intent intent, Instant now) {
    return intent.state() == State.AWAITING
        && !intent.blocked()
        && !desk.state().frozen()
        && intent.epoch() == desk.state().epoch()
        && now.isBefore(intent.expiresAt());
  }

  private void askYes(Intent intent, Notices.Reader reader, Token before, Instant now) {
    var no = proposing.token(Action.NO, intent, reader, now);
    var yes = proposing.token(Action.CONFIRM, intent, reader, now);
    desk.notices()
        .send(
            reader,
            "card",
            desk.cards().confirm(intent.doc(), reader.language()),
            List.of(
                desk.notices().button(reader, "button.no", no),
                new Button(
                    desk.cards().confirmButton(intent.doc(), reader.language()), yes, Tone.YES)),
            fresh(intent, "confirm", before));
  }

  /// One veto is enough, before the yes and in the grace after it.
  void veto(Intent intent, Notices.Reader reader, Instant now) {
    String who = desk.notices().name(reader.person());
    if (intent.state() == State.ARMED) {
      if (desk.intents().move(intent.id(), State.ARMED, State.VOIDED, "undone by " + who, now)) {
        desk.purse().release(intent, now);
        crash.at("undone, not committed");
        desk.notices().tell(intent, "undone", "undone", "who", who, "what", what(intent));
      }
      return;
    }
    desk.challenges().closeAll(intent.id());
    if (desk.intents().move(intent.id(), State.AWAITING, State.REJECTED, "no by " + who, now)) {
      desk.notices().tell(intent, "rejected", "vetoed", "who", who, "what", what(intent));
    }
  }

  void smaller(Intent intent, Instant now) {
    if (!desk.intents().move(intent.id(), State.AWAITING, State.SUPERSEDED, "smaller", now)) return;
    desk.notices()
        .tell(
            intent,
            "smaller",
            "smaller",
            "what",
            what(intent),
            "left",
            intent.doc().money("left"),
            "window",
            desk.notices().word("window." + intent.doc().text("window")));
  }

  private Object what(Intent intent) {
    return desk.notices().of(intent.doc(), desk.cards()::what);
  }

  private static String fresh(Intent intent, String event, Token token) {
    return Notices.cause(intent, event) + "/" + Objects.requireNonNull(token.hash());
  }

  boolean withdraw(String intent, String byPerson) {
    return desk.db()
        .write(
            h -> {
              Instant now = desk.clock().now();
              var found = desk.intents().find(intent);
              if (found.isEmpty()
                  || !desk.notices().known(byPerson)
                  || !desk.intents()
                      .move(intent, State.AWAITING, State.SUPERSEDED, "withdrawn", now)) {
                return false;
              }
              desk.challenges().closeAll(intent);
              var what = desk.notices().of(found.get().doc(), desk.cards()::what);
              desk.notices().tell(found.get(), "withdrawn", "withdrawn", "what", what);
              return true;
            });
  }
}
