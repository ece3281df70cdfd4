package shopcrew.db;

/// The last word on how a line is put before it is kept to be sent.
@FunctionalInterface
public interface Wording {
  /// Every line as it was written.
  Wording AS_IT_IS = (_, _, text) -> text;

  /// @param author as in [Outbox#add]
  String of(String conversation, String author, String text);
}
