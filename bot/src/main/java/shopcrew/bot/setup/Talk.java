package shopcrew.bot.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import shopcrew.bot.i18n.Bundle;

/// Question and answer in a terminal. Enter keeps what stands in brackets.
final class Talk {
  private static final int SHOWN = 4;
  private final Bundle words = new Bundle("setup");
  private final BufferedReader in;
  private final PrintStream out;
  private String language;

  Talk(BufferedReader in, PrintStream out, String language) {
    this.in = in;
    this.out = out;
    this.language = language;
  }

  /// Whoever is asked has had enough for now.
  static final class Stopped extends RuntimeException {
    Stopped() {
      super("stopped", null, false, false);
    }
  }

  void speaks(String wanted) {
    language = wanted;
  }

  String language() {
    return language;
  }

  void say(String key, Object... pairs) {
    out.println(words.say(language, key, pairs));
  }

  void blank() {
    out.println();
  }

  /// @param usual what Enter means; may be empty
  String ask(String key, String usual, Object... pairs) {
    return asked(key, usual, usual, pairs);
  }

  /// What is kept already is shown by its end alone.
  String secret(String key, String kept) {
    return asked(key, masked(kept), kept);
  }

  boolean yes(String key, boolean usual, Object... pairs) {
    while (true) {
      String answer = asked(key, words.say(language, usual ? "yes" : "no"), "", pairs);
      if (answer.isEmpty()) return usual;
      if (answer.matches("(?i)y|yes|是|对|好|要|有")) return true;
      if (answer.matches("(?i)n|no|不|否|不是|不要|没有")) return false;
      say("yes_or_no");
    }
  }

  private String asked(String key, String shown, String usual, Object... pairs) {
    out.print(words.say(language, key, pairs));
    out.print(shown.isEmpty() ? " " : " [" + shown + "] ");
    out.flush();
    try {
      String line = in.readLine();
      if (line == null || line.strip().matches("(?i)q|quit|退出")) throw new Stopped();
      return line.isBlank() ? usual : line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String masked(String secret) {
    if (secret.isEmpty()) return "";
    return secret.length() < 4 * SHOWN ? "…" : "…" + secret.substring(secret.length() - SHOWN);
  }
}
