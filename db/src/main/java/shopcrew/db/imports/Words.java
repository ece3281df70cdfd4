package shopcrew.db.imports;

import java.util.Locale;
import java.util.ResourceBundle;

/// The import's own sentences, in the reader's language.
final class Words {

  private Words() {}

  static String say(Locale locale, String key, Object... args) {
    var bundle =
        ResourceBundle.getBundle(
            "shopcrew.db.imports.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var sentence = bundle.getString(key);
    var said = new StringBuilder();
    for (int at = 0; at < sentence.length(); at++) {
      boolean slot =
          sentence.charAt(at) == '{'
              && at + 2 < sentence.length()
              && sentence.charAt(at + 2) == '}';
      if (slot) {
        said.append(args[sentence.charAt(at + 1) - '0']);
        at += 2;
      } else {
        said.append(sentence.charAt(at));
      }
    }
    return said.toString();
  }
}
