package shopcrew.bot.channel.telegram;

/// The address of a conversation: a private chat, or one member's part of a group.
final class Chat {
  private Chat() {}

  /// `chat`, or `chat/member` where several speak.
  static String address(long chat, long member, boolean group) {
    return group ? chat + "/" + member : String.valueOf(chat);
  }

  /// Where to send what is said at that address.
  static String of(String address) {
    int member = address.indexOf('/');
    return member < 0 ? address : address.substring(0, member);
  }
}
