package shopcrew.bot.config;

import java.util.List;
import java.util.Locale;

/// A place for a model in the settings; each has the same keys.
public enum Slot {
  FIRST("model"),
  SECOND("second_model"),
  THIRD("third_model");

  /// Everything that can be said of a model.
  private static final List<String> KEYS =
      List.of(
          "provider", "url", "key", "name", "price", "timeout_seconds", "streams", "hears", "sees");

  private final String section;

  Slot(String section) {
    this.section = section;
  }

  /// @param key `url`, `name`, …
  public Setting at(String key) {
    return Setting.of(section + "." + key).orElseThrow();
  }

  public List<Setting> all() {
    return KEYS.stream().map(this::at).toList();
  }

  /// As the lists of the team call it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
