package shopcrew.bot.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopcrew.bot.gate.Tokens.Token;

/// Cards whose buttons can do nothing any more: the truth is put in their place.
final class Faded {
  private final Desk desk;

  Faded(Desk desk) {
    this.desk = desk;
  }

  /// What is true instead; empty while one of the buttons still does something.
  Optional<String> truth(List<String> buttons, String language) {
    if (buttons.getFirst().startsWith(Keypads.PREFIX)) {
      return desk.keypads().stands(buttons.getFirst())
          ? Optional.empty()
          : Optional.of(desk.notices().text(language, "faded.keypad"));
    }
    Instant now = desk.clock().look();
    List<Token> tokens = buttons.stream().flatMap(raw -> desk.tokens().find(raw).stream()).toList();
    if (tokens.stream().anyMatch(token -> good(token, now))) return Optional.empty();
    return Optional.of(
        tokens.stream()
            .flatMap(token -> intent(token).stream())
            .findFirst()
            .map(
                intent ->
                    desk.notices().text(language, "faded", "truth", desk.notices().truth(intent)))
            .orElseGet(() -> desk.notices().text(language, "faded.setting")));
  }

  private Optional<Intent> intent(Token token) {
    return Optional.ofNullable(token.intent()).flatMap(desk.intents()::find);
  }

  private boolean good(Token token, Instant now) {
    if (token.used() || !now.isBefore(token.expiresAt())) return false;
    boolean ofNow = token.epoch() == desk.state().epoch();
    return switch (token.action()) {
      case RESUME -> desk.state().frozen();
      case SETTING -> ofNow;
      case LOOK, CONFIRM, SMALLER, AGAIN -> ofNow && in(token, State.AWAITING);
      case NO -> in(token, State.ARMED) || ofNow && in(token, State.AWAITING);
      case UNDO, STOP ->
          in(token, State.ARMED, State.SENDING, State.UNKNOWN, State.NEEDS_HUMAN, State.ACTIVE);
      case PAID, NOT_DONE, REVOKE -> in(token, State.ACTIVE);
      case WENT_OUT, NOT_OUT -> in(token, State.NEEDS_HUMAN);
    };
  }

  private boolean in(Token token, State... states) {
    return intent(token).map(intent -> List.of(states).contains(intent.state())).orElse(false);
  }
}
