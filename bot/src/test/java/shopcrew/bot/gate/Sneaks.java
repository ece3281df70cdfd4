package shopcrew.bot.gate;

/// Sends and sets running past the executor.
public final class Sneaks {
  private Sneaks() {}

  static void spend(Provider port, Request request) {
    port.send(request, "key");
    port.activate("1");
  }
}
