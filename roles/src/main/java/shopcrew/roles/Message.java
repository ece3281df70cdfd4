package shopcrew.roles;

/// What arrives at the router.
public sealed interface Message {
  Speaker from();

  /// Words.
  record Text(Speaker from, String text) implements Message {}

  /// A picture, a sticker, a voice note, a file: `kind` says which, `name` how it is called.
  record Media(Speaker from, String kind, String name, String caption) implements Message {}

  /// A finger on a button: `token` is what stands behind it.
  record Tap(Speaker from, String token, String button) implements Message {}
}
