package shopcrew.bot.gate;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.bot.gate.Tokens.Token;

/// A finger on a button of ours: never silence, and never more than what stands behind it.
final class Taps {
  private final Desk desk;
  private final Proposing proposing;
  private final Steps steps;
  private final Stopping stopping;
  private final HandDone hand;
  private final FreeActions free;
  private final Arming arming;
  private final Pressing pressing;
  private final Attesting attesting;
  private final House house;
  private final Menu menu;

  Taps(
      Desk desk,
      Proposing proposing,
      Steps steps,
      Stopping stopping,
      HandDone hand,
      FreeActions free,
      Arming arming,
      Pressing pressing,
      Attesting attesting,
      House house,
      Menu menu) {
    this.desk = desk;
    this.proposing = proposing;
    this.steps = steps;
    this.stopping = stopping;
    this.hand = hand;
    this.free = free;
    this.arming = arming;
    this.pressing = pressing;
    this.attesting = attesting;
    this.house = house;
    this.menu = menu;
  }

  /// False: not a button of the gate.
  boolean tap(String person, String conversation, long line, String raw) {
    if (!raw.startsWith(Tokens.PREFIX)) return false;
    if (raw.startsWith(Keypads.PREFIX)) {
      pressing.press(person, conversation, raw);
      return true;
    }
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              var reader = desk.notices().reader(person, conversation);
              Optional<Token> token = desk.tokens().find(raw);
              if (token.isEmpty()) {
                desk.notices().answer(reader, "unknown_button");
              } else if (!token.get().person().equals(person)
                  || !token.get().conversation().equals(conversation)) {
                desk.notices().answer(reader, "not_yours");
              } else if (token.get().message() != line) {
                desk.notices().answer(reader, "other_line");
              } else {
                own(token.get(), reader, now);
              }
            });
    return true;
  }

  private void own(Token token, Notices.Reader reader, Instant now) {
    switch (token.action()) {
      case STOP -> stopping.stop(reader, now); // good for ever: stopping is easier than spending
      case RESUME -> stopping.look(token, reader, now);
      case SETTING -> setting(token, reader, now);
      case LOOK, NO, CONFIRM, UNDO, SMALLER, PAID, NOT_DONE, AGAIN, WENT_OUT, NOT_OUT, REVOKE ->
          desk.intents()
              .find(String.valueOf(token.intent()))
              .ifPresentOrElse(
                  intent -> onIntent(intent, token, reader, now),
                  () -> desk.notices().answer(reader, "unknown_button"));
    }
  }

  private void setting(Token token, Notices.Reader reader, Instant now) {
    boolean fresh = token.epoch() == desk.state().epoch() && now.isBefore(token.expiresAt());
    if (!reader.approver()) desk.notices().answer(reader, "not_owner");
    else if (!fresh) desk.notices().answer(reader, "menu.old");
    else menu.tapped(token.note(), reader, now);
  }

  private void onIntent(Intent intent, Token token, Notices.Reader reader, Instant now) {
    if (!reader.approver()) {
      desk.notices().answer(reader, "not_owner");
      return;
    }
    boolean dead =
        token.used()
            || !now.isBefore(token.expiresAt())
            || !intent.docHash().equals(token.docHash());
    switch (token.action()) {
      case LOOK, CONFIRM, SMALLER -> {
        if (dead || !waiting(intent, token, now)) {
          old(intent, reader, now);
        } else if (Steps.tooQuick(token, now)) {
          desk.notices().answer(reader, "too_quick");
        } else {
          forward(intent, token, reader, now);
        }
      }
      case NO -> {
        boolean open = waiting(intent, token, now) || intent.state() == State.ARMED;
        if (dead || !open) old(intent, reader, now);
        else if (desk.tokens().consume(token, now)) steps.veto(intent, reader, now);
      }
      case UNDO -> {
        if (dead) old(intent, reader, now);
        else if (desk.tokens().consume(token, now)) undo(intent, reader, now);
      }
      case PAID, NOT_DONE -> {
        if (dead || intent.state() != State.ACTIVE) old(intent, reader, now);
        else if (token.action() == Action.PAID) hand.ask(intent, token, reader);
        else if (desk.tokens().consume(token, now)) hand.notDone(intent, now);
      }
      case AGAIN -> {
        if (dead || !waiting(intent, token, now)) old(intent, reader, now);
        else arming.askPin(intent, reader, now);
      }
      case WENT_OUT, NOT_OUT -> {
        if (dead || intent.state() != State.NEEDS_HUMAN) old(intent, reader, now);
        else attesting.ask(intent, token, reader, now);
      }
      case REVOKE -> {
        if (dead || intent.state() != State.ACTIVE) old(intent, reader, now);
        else if (desk.tokens().consume(token, now)) revoke(intent, reader, now);
      }
      case STOP, RESUME, SETTING -> throw new IllegalStateException("has no intent");
    }
  }

  private void forward(Intent intent, Token token, Notices.Reader reader, Instant now) {
    switch (token.action()) {
      case LOOK -> steps.look(intent, reader, token, now);
      case CONFIRM -> arming.confirm(intent, reader, token, now);
      case SMALLER -> {
        if (desk.tokens().consume(token, now)) steps.smaller(intent, now);
      }
      default -> throw new IllegalStateException("not a step forward");
    }
  }

  /// At once, by any owner: what is not sent yet is off with it.
  private void revoke(Intent intent, Notices.Reader reader, Instant now) {
    String who = desk.notices().name(reader.person());
    if (!house.revoke(intent, "revoked by " + who, now)) return;
    desk.notices()
        .tell(
            intent,
            "revoked",
            "revoked",
            "who",
            who,
            "what",
            desk.notices().of(intent.doc(), desk.cards()::what));
  }

  private boolean waiting(Intent intent, Token token, Instant now) {
    boolean agreeable =
        !intent.blocked() || token.action() == Action.SMALLER || token.action() == Action.NO;
    return intent.state() == State.AWAITING
        && agreeable
        && token.epoch() == desk.state().epoch()
        && !desk.state().frozen()
        && now.isBefore(intent.expiresAt());
  }

  private void undo(Intent intent, Notices.Reader reader, Instant now) {
    var what = desk.notices().of(intent.doc(), desk.cards()::what);
    switch (intent.state()) {
      case ARMED -> steps.veto(intent, reader, now);
      case SENDING, UNKNOWN, NEEDS_HUMAN ->
          desk.notices().answer(reader, "too_late.unknown", "what", what);
      case ACTIVE -> {
        free.stop(intent, "undo", reader.person(), reader.conversation(), now);
        desk.notices()
            .answer(reader, "too_late.stop", "what", what, "truth", desk.notices().truth(intent));
      }
      case AWAITING, SETTLED, VOIDED, REJECTED, EXPIRED, SUPERSEDED -> old(intent, reader, now);
    }
  }

  /// The truth, and where something can still be decided a fresh card.
  private void old(Intent intent, Notices.Reader reader, Instant now) {
    desk.notices().answer(reader, "old", "truth", desk.notices().truth(intent));
    boolean open =
        intent.state() == State.AWAITING
            && intent.epoch() == desk.state().epoch()
            && now.isBefore(intent.expiresAt());
    if (open) proposing.card(intent, reader, "card/" + UUID.randomUUID(), now);
  }
}
