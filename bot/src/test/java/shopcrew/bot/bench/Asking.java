package shopcrew.bot.bench;

/// Everybody who asks in one phase. A question is written down before it is brought: the answer may
/// come at once.
final class Asking {
  private final Platform platform;
  private final Book book;
  private volatile long end = System.nanoTime();

  Asking(Platform platform) {
    this.platform = platform;
    this.book = new Book(this::freed);
    platform.reports(book);
  }

  Book book() {
    return book;
  }

  /// Until then, by System.nanoTime, a chat asks again when it is answered.
  void until(long when) {
    end = when;
  }

  void asks(long chat, long due) {
    platform.brings(chat, Wares.question(book.asks(chat, due)));
  }

  private void freed(long chat) {
    long now = System.nanoTime();
    if (now < end) asks(chat, now);
  }
}
