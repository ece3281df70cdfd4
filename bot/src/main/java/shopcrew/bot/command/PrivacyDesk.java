package shopcrew.bot.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.privacy.Privacy;
import shopcrew.db.privacy.Privacy.Match;

/// What the operator asks and is told about a customer's data.
final class PrivacyDesk {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Bundle words = new Bundle("privacy");
  private final Privacy privacy;
  private final PrintStream out;
  private final String language;

  PrivacyDesk(Privacy privacy, PrintStream out, String language) {
    this.privacy = privacy;
    this.out = out;
    this.language = language;
  }

  int find(String wanted) {
    List<Match> matches = privacy.find(wanted);
    for (Match one : matches) {
      out.println(one.id() + "  " + one.name() + "  " + one.phone() + "  " + one.more());
    }
    if (matches.isEmpty()) say("none", "words", wanted);
    return matches.isEmpty() ? 1 : 0;
  }

  int export(String id, Path file) throws IOException {
    var all = privacy.export(id).orElse(null);
    if (all == null) return unknown(id);
    Files.write(file, JSON.writeValueAsBytes(all));
    say("exported", "file", file);
    return 0;
  }

  int erase(String id, BufferedReader in) throws IOException {
    if (privacy.export(id).isEmpty()) return unknown(id);
    for (Match one : privacy.find(id)) out.println(one.id() + "  " + one.name());
    say("erase.ask", "id", id);
    String typed = in.readLine();
    if (typed == null || !typed.strip().equals(id)) {
      say("erase.left");
      return 1;
    }
    return switch (privacy.erase(id)) {
      case Privacy.Unknown() -> unknown(id);
      case Privacy.NotYet(var reasons) -> {
        say("erase.open");
        reasons.forEach(one -> say("open." + one.what(), "which", one.which()));
        yield 1;
      }
      case Privacy.Done(int gate) -> {
        say("erase.done", "id", id);
        if (gate > 0) say("erase.gate", "count", gate);
        yield 0;
      }
    };
  }

  private int unknown(String id) {
    say("unknown", "id", id);
    return 1;
  }

  private void say(String key, Object... pairs) {
    out.println(words.say(language, key, pairs));
  }
}
