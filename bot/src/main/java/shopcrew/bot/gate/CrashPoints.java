package shopcrew.bot.gate;

/// Places between two steps of a spend. Nothing happens there; a test lets the process die there.
@FunctionalInterface
interface CrashPoints {
  CrashPoints NONE = point -> {};

  void at(String point);
}
