package shopcrew.bot.command;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.turns.Explained;

/// What whoever asks how an answer came about is shown.
final class WhyDesk {
  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})号?");
  private final Bundle words = new Bundle("turns");
  private final PrintStream out;
  private final String language;

  WhyDesk(PrintStream out, String language) {
    this.out = out;
    this.language = language;
  }

  /// @param message a number as it was typed; null: the last ones are listed
  int show(Explained explained, @Nullable String message) {
    if (message == null) return newest(explained.newest());
    Matcher number = NUMBER.matcher(message.strip());
    if (!number.matches()) return says(1, "unclear", "number", message);
    return explained
        .of(Long.parseLong(number.group(1)))
        .map(
            lines -> {
              lines.forEach(out::println);
              return 0;
            })
        .orElseGet(() -> says(1, "unknown", "number", number.group(1)));
  }

  int nothing() {
    return says(0, "list.none");
  }

  private int newest(List<String> lines) {
    if (lines.isEmpty()) return nothing();
    int code = says(0, "list", "count", lines.size());
    lines.forEach(out::println);
    return code;
  }

  private int says(int code, String key, Object... pairs) {
    out.println(words.say(language, key, pairs));
    return code;
  }
}
