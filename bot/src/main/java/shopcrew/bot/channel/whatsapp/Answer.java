package shopcrew.bot.channel.whatsapp;

import java.time.Duration;

/// What became of one message.
sealed interface Answer {
  /// @param id the platform's id of it
  record Taken(String id) implements Answer {}

  /// The platform answered and did not take it.
  record Refused(int code, Meaning meaning) implements Answer {}

  /// It never left.
  record NotNow(Duration after) implements Answer {}

  /// It left, and no answer came that says what became of it.
  record Maybe() implements Answer {}
}
