package shopcrew.bot.bench;

import java.util.Random;

/// What goes wrong at a platform, by given shares and from one seed.
final class Faults {
  private static final long SEED = 20_261_121L;

  enum Fault {
    NONE,
    BUSY,
    BROKEN,
    /// The line is dropped and nobody has taken the reply.
    DROPPED_BEFORE,
    /// The reply was taken, and then the line is dropped.
    DROPPED_AFTER
  }

  private final Random dice = new Random(SEED);
  private volatile boolean on;

  void on(boolean now) {
    on = now;
  }

  /// For a reply: 5 % are told to wait, 5 % meet an error, 2 % lose the line.
  synchronized Fault next() {
    if (!on) return Fault.NONE;
    double cast = dice.nextDouble();
    if (cast < 0.05) return Fault.BUSY;
    if (cast < 0.10) return Fault.BROKEN;
    if (cast < 0.11) return Fault.DROPPED_BEFORE;
    return cast < 0.12 ? Fault.DROPPED_AFTER : Fault.NONE;
  }

  /// For a webhook: 10 % are brought twice.
  synchronized boolean again() {
    return on && dice.nextDouble() < 0.10;
  }

  /// For a webhook: next to 2 % there is a forged one.
  synchronized boolean forged() {
    return on && dice.nextDouble() < 0.02;
  }
}
