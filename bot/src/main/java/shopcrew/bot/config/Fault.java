package shopcrew.bot.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shopcrew.bot.i18n.Bundle;

/// One thing that is wrong with the settings. It is said once the language is known.
///
/// @param key of the sentence
/// @param pairs what is filled in
record Fault(String key, List<Object> pairs) {
  private static final Bundle WORDS = new Bundle("config");

  static Fault of(String key, Object... pairs) {
    return new Fault(key, List.copyOf(Arrays.asList(pairs)));
  }

  String said(String language) {
    var said = new ArrayList<Object>(pairs);
    said.replaceAll(value -> value instanceof Given.Place place ? said(place, language) : value);
    return WORDS.say(language, key, said.toArray());
  }

  private static String said(Given.Place place, String language) {
    return place.line() == 0
        ? WORDS.say(language, "in.environment", "name", place.name())
        : WORDS.say(language, "in.file", "name", place.name(), "line", place.line());
  }
}
