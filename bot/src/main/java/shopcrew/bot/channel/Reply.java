package shopcrew.bot.channel;

import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Conversations.Line;

/// What is to be said, in no channel's form yet.
///
/// @param text plain words of any length, as people read them: no channel's marks are meant
/// @param choices each carried by a button, a row of a list or a number; none may be lost
/// @param link a page of ours to open, under a button where the channel has such
/// @param enclosure a picture or a file that goes with it
public record Reply(
    Kind kind,
    String text,
    List<Choice> choices,
    @Nullable Link link,
    @Nullable Enclosure enclosure) {
  public enum Kind {
    WORDS,
    /// Something of the gate's: only here have the buttons colours.
    CARD,
    /// Twelve keys in rows of three.
    KEYPAD
  }

  public enum Tone {
    PLAIN,
    YES,
    NO
  }

  /// @param data at most 64 bytes; comes back when it is chosen, and means nothing outside
  public record Choice(String label, String data, Tone tone) {}

  public record Link(String label, String url) {}

  /// @param type such as `image/png`
  public record Enclosure(String name, String type, Path file) {}

  public Reply {
    choices = List.copyOf(choices);
  }

  /// @param line as it stands in the outbox
  /// @param home where the shop keeps what goes with a line
  public static Reply of(Line line, Path home) {
    var kind =
        switch (line.kind()) {
          case "keypad" -> Kind.KEYPAD;
          case "card", "receipt", "task" -> Kind.CARD;
          default -> line.author().equals("gate") ? Kind.CARD : Kind.WORDS;
        };
    var choices =
        IntStream.range(0, line.buttons().size()).mapToObj(i -> Tokens.choice(line, i)).toList();
    return new Reply(kind, line.text(), choices, null, enclosed(line.file(), home));
  }

  Reply with(Link link) {
    return new Reply(kind, text, choices, link, enclosure);
  }

  private static @Nullable Enclosure enclosed(String file, Path home) {
    if (file.isEmpty()) return null;
    Path path = home.resolve(file);
    String type = URLConnection.guessContentTypeFromName(file);
    String name = path.getFileName().toString();
    return new Enclosure(name, type == null ? "application/octet-stream" : type, path);
  }

  public static Reply words(String text) {
    return new Reply(Kind.WORDS, text, List.of(), null, null);
  }
}
