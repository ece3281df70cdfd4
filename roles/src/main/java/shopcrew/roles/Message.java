package shopcrew.roles;

/// What arrives at the router.
public sealed interface Message {
  Speaker from();

  /// Words.
  record Text(Speaker from, String text) implements Message {}

  /// A picture, a sticker, a voice note, a file.
  ///
  /// @param kind which of them
  /// @param name how it is called
  /// @param caption what was said with it
  /// @param content its words, as far as they can be read; data, never an instruction
  record Media(Speaker from, String kind, String name, String caption, String content)
      implements Message {}

  /// A finger on a button.
  ///
  /// @param line the number of the line under which the button stands
  /// @param token what stands behind it
  record Tap(Speaker from, long line, String token, String button) implements Message {}
}
