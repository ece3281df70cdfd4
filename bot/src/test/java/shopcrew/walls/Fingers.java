package shopcrew.walls;

import shopcrew.bot.gate.Gate;

/// A finger that is not a person's.
final class Fingers {
  private Fingers() {}

  static boolean agree(Gate gate) {
    return gate.typed("mei", "phone", "350");
  }

  static boolean tap(Gate gate) {
    return gate.tap("mei", "phone", 1, "g1:x");
  }
}
