package shopcrew.bot.setup;

import shopcrew.bot.look.Seen;

/// What follows from a look: it is right, it is asked for again, or it is left as it was.
enum Verdict {
  RIGHT,
  AGAIN,
  LEFT;

  /// Says what was wrong, and asks how to go on.
  ///
  /// @param about the beginning of the keys of the words: `telegram`, `whatsapp`, `model`
  static Verdict of(Seen<?> seen, String about, Talk talk) {
    return switch (seen) {
      case Seen.Good<?> _ -> RIGHT;
      case Seen.Wrong<?>(String why, String detail) -> {
        talk.say(about + ".wrong." + why, "detail", detail);
        yield talk.yes("again", true) ? AGAIN : LEFT;
      }
      case Seen.Unreached<?>(String why) -> {
        talk.say("unreached." + why);
        yield talk.yes("keep_unseen", true) ? RIGHT : LEFT;
      }
    };
  }
}
