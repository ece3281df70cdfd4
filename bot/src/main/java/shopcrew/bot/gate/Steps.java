package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import shopcrew.bot.gate.Approvals.Step;
import shopcrew.bot.gate.Challenges.Purpose;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.bot.gate.Tokens.Token;

/// One owner's way from the card to the yes, each step of another kind, all by the same person.
final class Steps {
  private static final Duration DWELL = Duration.ofMillis(1_500);
  private static final Duration IN_TIME = Duration.ofMinutes(15);
  private static final Duration KEEP = Duration.ofDays(30);
  private static final int TRIES = 3;

  private final Desk desk;
  private final Proposing proposing;
  private final CrashPoints crash;

  Steps(Desk desk, Proposing proposing, CrashPoints crash) {
    this.desk = desk;
    this.proposing = proposing;
    this.crash = crash;
  }

  static boolean tooQuick(Token token, Instant now) {
    return Duration.between(token.createdAt(), now).compareTo(DWELL) < 0;
  }

  /// "Look first": the second message, which asks for the yes or for the amount.
  void look(Intent intent, Notices.Reader reader, Token token, Instant now) {
    if (!desk.tokens().consume(token, now)) return;
    String shown = desk.cards().first(intent.doc(), reader.language());
    desk.approvals()
        .add(intent, reader.person(), Step.REVIEW, shown, reader.language(), token.hash(), now);
    if (intent.doc().has("content")) {
      String head = desk.words().say(reader.language(), "content.head");
      String content = head + "\n" + intent.doc().text("content");
      desk.notices().send(reader, "notice", content, List.of(), fresh(intent, "content", token));
    }
    if (intent.tier() == 1) {
      askYes(intent, reader, token, now);
      return;
    }
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
    if (!typed.money().equals(intent.amount())) {
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
    var token = desk.tokens().find(proposing.token(Action.LOOK, intent, reader, now)).orElseThrow();
    desk.tokens().consume(token, now);
    askYes(intent, reader, token, now);
  }

  private void wrong(
      Intent intent, Challenges.Challenge challenge, Notices.Reader reader, Instant now) {
    int left = TRIES - challenge.wrong() - 1;
    if (left > 0) {
      desk.challenges().wrong(challenge);
      desk.notices().answer(reader, "wrong", "plain", intent.amount().plain(), "tries", left);
      return;
    }
    desk.challenges().closeAll(intent.id());
    if (desk.intents().move(intent.id(), State.AWAITING, State.REJECTED, "wrong amount", now)) {
      desk.notices().tell(intent, "rejected", "wrong_end");
    }
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
                new shopcrew.db.Outbox.Button(
                    desk.cards().confirmButton(intent.doc(), reader.language()), yes)),
            fresh(intent, "confirm", before));
  }

  /// The yes: everything is looked at again, the money is put aside, and the grace begins.
  void confirm(Intent intent, Notices.Reader reader, Token token, Instant now) {
    boolean complete =
        Authority.steps(intent).stream()
            .filter(step -> step != Step.CONFIRM)
            .allMatch(step -> desk.approvals().has(intent, reader.person(), step));
    if (!complete) {
      desk.notices().answer(reader, "stale");
      return;
    }
    if (!desk.tokens().consume(token, now)) return;
    var doc = intent.doc();
    var tier =
        desk.tiers()
            .of(
                intent.amount(),
                doc.category(),
                doc.text("way_back").equals("never"),
                desk.history().fingerprint(intent.id()),
                now);
    boolean risen = tier.number() > intent.tier();
    if (risen || !desk.purse().hold(intent, desk.clock().day(now), now)) {
      reissue(intent, tier.number(), now);
      return;
    }
    crash.at("held");
    String shown = desk.cards().confirm(doc, reader.language());
    desk.approvals()
        .add(intent, reader.person(), Step.CONFIRM, shown, reader.language(), token.hash(), now);
    int seconds = Gate.graceSeconds(intent.tier());
    Instant start = now.plusSeconds(seconds);
    if (!desk.intents().arm(intent.id(), reader.person(), now, start, start.plus(IN_TIME))) {
      throw new IllegalStateException("armed by somebody else inside one transaction");
    }
    desk.challenges().closeAll(intent.id());
    desk.notices()
        .tell(
            intent,
            "armed",
            to -> undo(intent, to, now, start),
            "armed",
            "who",
            desk.notices().name(reader.person()),
            "what",
            what(intent),
            "amount",
            intent.amount(),
            "seconds",
            seconds);
    crash.at("armed, not committed");
  }

  private List<shopcrew.db.Outbox.Button> undo(
      Intent intent, Notices.Reader reader, Instant now, Instant start) {
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

  /// More steps are needed than were shown, or a cap is full: a new document, or none.
  private void reissue(Intent intent, int tier, Instant now) {
    desk.challenges().closeAll(intent.id());
    desk.intents().move(intent.id(), State.AWAITING, State.SUPERSEDED, "risen", now);
    if (tier > Tiers.HIGHEST) {
      desk.notices().tell(intent, "risen", "reissue_refused", "what", what(intent));
      return;
    }
    desk.notices().tell(intent, "risen", "reissued", "what", what(intent));
    var asker = desk.notices().reader(intent.askedBy(), intent.conversation());
    proposing.issue(intent.doc().fields(), intent.amount(), asker, "risen/" + intent.id(), now);
  }

  /// One veto is enough, before the yes and in the grace after it.
  void veto(Intent intent, Notices.Reader reader, Instant now) {
    String who = desk.notices().name(reader.person());
    if (intent.state() == State.ARMED) {
      if (desk.intents().move(intent.id(), State.ARMED, State.VOIDED, "undone by " + who, now)) {
        desk.purse().release(intent, now);
        desk.notices().tell(intent, "undone", "undone", "who", who, "what", what(intent));
      }
      return;
    }
    desk.challenges().closeAll(intent.id());
    if (desk.intents().move(intent.id(), State.AWAITING, State.REJECTED, "no by " + who, now)) {
      desk.notices().tell(intent, "rejected", "vetoed", "who", who, "what", what(intent));
    }
  }

  void smaller(Intent intent, Notices.Reader reader, Instant now) {
    if (!desk.intents().move(intent.id(), State.AWAITING, State.SUPERSEDED, "smaller", now)) return;
    desk.notices()
        .answer(
            reader,
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
}
