package shopcrew.bot.bench;

import java.util.Map;

/// A stand-in of a platform: brings what customers say, takes what the shop replies.
interface Platform extends AutoCloseable {
  String name();

  /// The settings by which the product reaches it, as environment variables.
  Map<String, String> settings();

  /// Where replies are written down from now on.
  void reports(Book book);

  void brings(long chat, String text);

  void faults(boolean on);

  /// What is to be said about it in the table; empty if nothing.
  String remark();

  @Override
  void close();
}
