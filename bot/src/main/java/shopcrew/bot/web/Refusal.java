package shopcrew.bot.web;

/// A request that is not taken: its status, and the key of the one sentence that says why and what
/// to do next.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String key;

  Refusal(int status, String key) {
    super(key);
    this.status = status;
    this.key = key;
  }

  int status() {
    return status;
  }

  String key() {
    return key;
  }
}
