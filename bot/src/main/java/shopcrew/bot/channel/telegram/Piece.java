package shopcrew.bot.channel.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Reply.Enclosure;

/// One message as it will leave.
///
/// @param text the text, or the caption of what is enclosed; never markup
/// @param as how the enclosure goes
/// @param rows of buttons under it
record Piece(String text, @Nullable Enclosure enclosure, As as, List<List<Key>> rows) {
  enum As {
    TEXT,
    PHOTO,
    DOCUMENT
  }

  /// A button.
  ///
  /// @param data what comes back, or empty
  /// @param url what it opens, or empty
  /// @param style `success`, `danger` or empty
  record Key(String label, String data, String url, String style) {}

  Piece {
    rows = rows.stream().map(List::copyOf).toList();
  }

  static Piece text(String text, List<List<Key>> rows) {
    return new Piece(text, null, As.TEXT, rows);
  }
}
