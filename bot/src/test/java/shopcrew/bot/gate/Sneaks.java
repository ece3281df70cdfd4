package shopcrew.bot.gate;

/// Sends and sets running past the executor.
public final class Sneaks {
  private Sneaks() {}

  static void spend(PausedFirst port, Request request) {
    port.create(request);
    port.activate("1");
  }
}
