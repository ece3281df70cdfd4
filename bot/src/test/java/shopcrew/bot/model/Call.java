package shopcrew.bot.model;

/// A model's call of a tool.
///
/// @param arguments JSON, or what a broken model takes for it
public record Call(String tool, String arguments) {
  /// As a model calls that repeats the message.
  public static Call of(String tool) {
    return new Call(tool, "{\"message\":\"as said\"}");
  }
}
