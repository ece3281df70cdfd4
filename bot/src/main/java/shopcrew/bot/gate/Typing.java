package shopcrew.bot.gate;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import shopcrew.bot.gate.Challenges.Challenge;

/// Typed words that belong to the gate: the stop words, the word to resume, and digits for the one
/// question that is open. Everything else is for the team.
final class Typing {
  private static final Set<String> STOP = Set.of("停", "停止花钱", "别花了", "STOP", "STOP SPENDING");
  private static final Set<String> RESUME = Set.of("恢复花钱", "RESUME");

  private final Desk desk;
  private final Steps steps;
  private final Stopping stopping;
  private final HandDone hand;

  Typing(Desk desk, Steps steps, Stopping stopping, HandDone hand) {
    this.desk = desk;
    this.steps = steps;
    this.stopping = stopping;
    this.hand = hand;
  }

  boolean typed(String person, String conversation, String text) {
    if (!desk.notices().known(person)) return false;
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (!STOP.contains(word) && !RESUME.contains(word) && !open(person, conversation)) return false;
    return desk.db()
        .write(
            h -> {
              Instant now = desk.clock().now();
              var reader = desk.notices().reader(person, conversation);
              if (STOP.contains(word)) {
                stopping.stop(reader, now);
                return true;
              }
              var challenge =
                  desk.challenges().active(person, conversation, desk.state().epoch(), now);
              if (RESUME.contains(word)) {
                stopping.word(challenge, reader, now);
                return true;
              }
              return challenge.isPresent() && answer(challenge.get(), text, reader, now);
            });
  }

  private boolean open(String person, String conversation) {
    return desk.challenges()
        .active(person, conversation, desk.state().epoch(), desk.clock().look())
        .isPresent();
  }

  private boolean answer(Challenge challenge, String text, Notices.Reader reader, Instant now) {
    String id = challenge.intent();
    if (id == null) return false;
    var intent = desk.intents().find(id).orElseThrow();
    boolean fits =
        switch (challenge.purpose()) {
          case AMOUNT ->
              intent.state() == State.AWAITING
                  && !desk.state().frozen()
                  && intent.docHash().equals(challenge.docHash())
                  && now.isBefore(intent.expiresAt());
          case PAID -> intent.state() == State.ACTIVE;
          case RESUME -> false;
        };
    if (!fits || !reader.approver()) return false;
    return switch (Amounts.read(text, intent.amount().currency())) {
      case Amounts.Typed.Other _ -> false;
      case Amounts.Typed.Unclear _ -> {
        desk.notices().answer(reader, "unclear", "plain", intent.amount().plain());
        yield true;
      }
      case Amounts.Typed.Amount typed -> {
        switch (challenge.purpose()) {
          case AMOUNT -> steps.amount(intent, challenge, typed, reader, now);
          case PAID -> {
            desk.challenges().close(challenge);
            hand.paid(intent, typed.money(), reader.person(), now);
          }
          case RESUME -> {}
        }
        yield true;
      }
    };
  }
}
