package shopcrew.bot.config;

/// What stands in the file or the environment for a setting.
///
/// @param place where it stands, to be named in a fault
public record Given(String text, Place place) {
  /// @param line of the file, or 0 in the environment
  public record Place(String name, int line) {}

  /// It may be a secret.
  @Override
  public String toString() {
    return "… of " + place;
  }
}
