package shopcrew.bot.channel;

/// The bytes of what somebody sent.
public sealed interface Fetched {
  record Bytes(String type, byte[] content) implements Fetched {}

  /// It can be tried again a little later.
  record NotNow() implements Fetched {}

  /// It is too large, too old or of a kind that is not taken.
  record Never(String why) implements Fetched {}
}
