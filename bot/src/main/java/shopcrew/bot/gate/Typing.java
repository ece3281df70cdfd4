package shopcrew.bot.gate;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopcrew.bot.gate.Challenges.Challenge;
import shopcrew.bot.gate.Challenges.Purpose;

/// Typed words that belong to the gate: the stop words, the word to resume, and digits for the one
/// question that is open. Everything else is for the team.
final class Typing {
  private static final Set<String> STOP = Set.of("停", "停止花钱", "别花了", "STOP", "STOP SPENDING");
  private static final Set<String> RESUME = Set.of("恢复花钱", "RESUME");
  private static final Set<String> MENU = Set.of("花钱设置", "SPENDING", "SPENDING SETTINGS");
  private static final Set<String> WORDS =
      Stream.of(STOP, RESUME, MENU).flatMap(Set::stream).collect(Collectors.toSet());

  private final Desk desk;
  private final Steps steps;
  private final Stopping stopping;
  private final HandDone hand;
  private final Attesting attesting;
  private final Menu menu;

  Typing(Desk desk, Steps steps, Stopping stopping, HandDone hand, Attesting attesting, Menu menu) {
    this.desk = desk;
    this.steps = steps;
    this.stopping = stopping;
    this.hand = hand;
    this.attesting = attesting;
    this.menu = menu;
  }

  /// Whether it is one of the words that stop all spending, with whatever marks around it.
  static boolean stops(String text) {
    return STOP.contains(
        text.replaceAll("^[\\s\\p{P}]+|[\\s\\p{P}]+$", "").toUpperCase(Locale.ROOT));
  }

  boolean typed(String person, String conversation, String text) {
    if (!desk.notices().known(person)) return false;
    String word = text.strip().toUpperCase(Locale.ROOT);
    boolean hidden = word.equals(Gate.HIDDEN);
    if (!WORDS.contains(word) && !hidden && !open(person, conversation)) return false;
    return desk.db()
        .write(
            h -> {
              Instant now = desk.clock().now();
              var reader = desk.notices().reader(person, conversation);
              if (STOP.contains(word)) {
                stopping.stop(reader, now);
                return true;
              }
              if (MENU.contains(word)) {
                menu.show(reader, now);
                return true;
              }
              var challenge =
                  desk.challenges().active(person, conversation, desk.state().epoch(), now);
              if (RESUME.contains(word)) {
                stopping.word(challenge, reader, now);
                return true;
              }
              if (challenge.isPresent() && answer(challenge.get(), text, reader, now)) return true;
              if (hidden) desk.notices().answer(reader, "pin.chat");
              return hidden;
            });
  }

  /// Six digits of somebody who has a PIN, while nothing was asked that digits answer.
  boolean secret(String person, String conversation, String text) {
    return Pins.typed(text) && desk.pins().of(person).isPresent() && !open(person, conversation);
  }

  private boolean open(String person, String conversation) {
    return desk.challenges()
        .active(person, conversation, desk.state().epoch(), desk.clock().look())
        .isPresent();
  }

  private boolean answer(Challenge challenge, String text, Notices.Reader reader, Instant now) {
    String id = challenge.intent();
    if (challenge.purpose() == Purpose.SETTING) {
      return reader.approver() && menu.typed(challenge, text, reader, now);
    }
    if (id == null) return false;
    var intent = desk.intents().find(id).orElseThrow();
    boolean fits =
        switch (challenge.purpose()) {
          case AMOUNT ->
              intent.state() == State.AWAITING
                  && !desk.state().frozen()
                  && intent.docHash().equals(challenge.docHash())
                  && now.isBefore(intent.expiresAt());
          case PAID -> intent.state() == State.ACTIVE || intent.state() == State.NEEDS_HUMAN;
          case RESUME, SETTING -> false;
        };
    if (!fits || !reader.approver()) return false;
    return switch (Amounts.read(text, intent.amount().currency())) {
      case Amounts.Typed.Other _ -> false;
      case Amounts.Typed.Unclear _ -> {
        desk.notices().answer(reader, "unclear", "plain", intent.doc().max().plain());
        yield true;
      }
      case Amounts.Typed.Amount typed -> {
        switch (challenge.purpose()) {
          case AMOUNT -> steps.amount(intent, challenge, typed, reader, now);
          case PAID -> {
            desk.challenges().close(challenge);
            if (intent.state() == State.ACTIVE) {
              hand.paid(intent, typed.money(), reader.person(), now);
            } else {
              attesting.paid(intent, typed.money(), reader.person(), now);
            }
          }
          case RESUME, SETTING -> {}
        }
        yield true;
      }
    };
  }
}
