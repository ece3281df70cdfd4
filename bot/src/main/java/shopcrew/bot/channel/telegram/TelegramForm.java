package shopcrew.bot.channel.telegram;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Reply.Enclosure;
import shopcrew.bot.channel.telegram.Piece.Key;
import shopcrew.bot.i18n.Bundle;

/// Puts a reply into messages that Telegram takes. The same reply gives the same pieces, so that a
/// line which stopped half way goes on where it was.
final class TelegramForm {
  static final int MOST_TEXT = 4_096;
  static final int MOST_CAPTION = 1_024;
  static final long MOST_PHOTO = 10_000_000;
  static final long MOST_DOCUMENT = 50_000_000;
  private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png", "image/webp");

  /// Under buttons there must be words; this points at them.
  private static final String BELOW = "👇";

  private final ToLongFunction<Path> size;
  private final Bundle words = new Bundle("telegram");

  /// @param size of a file in bytes, or less than 1 if there is none
  TelegramForm(ToLongFunction<Path> size) {
    this.size = size;
  }

  /// @param numbered whether some choice is answered by its number
  record Form(List<Piece> pieces, boolean numbered) {
    Form {
      pieces = List.copyOf(pieces);
    }
  }

  Form of(Reply reply, String language) {
    var keyboard = Keyboard.of(reply);
    Enclosure enclosure = reply.enclosure();
    Piece.As as = enclosure == null ? Piece.As.TEXT : as(enclosure);
    var said = new ArrayList<String>(List.of(Legible.clean(reply.text()).strip()));
    if (enclosure != null && as == Piece.As.TEXT) {
      said.add(words.say(language, "enclosure.large", "name", Legible.line(enclosure.name())));
    }
    if (!keyboard.listed().isEmpty()) said.add(String.join("\n", keyboard.listed()));
    if (keyboard.numbered()) said.add(words.say(language, "numbered"));
    String text = String.join("\n\n", said.stream().filter(Legible::isSeen).toList());
    return new Form(pieces(text, as, enclosure, keyboard.rows()), keyboard.numbered());
  }

  /// The words alone, for the place of what was said before: never more than one message.
  String instead(Reply reply, int most) {
    String text = Legible.clean(reply.text()).strip();
    return Legible.isSeen(text) ? Cut.beginning(text, most) : BELOW;
  }

  private static List<Piece> pieces(
      String text, Piece.As as, @Nullable Enclosure enclosure, List<List<Key>> rows) {
    var pieces = new ArrayList<Piece>();
    String rest = text;
    if (enclosure != null && as != Piece.As.TEXT) {
      if (text.length() <= MOST_CAPTION) {
        return List.of(new Piece(text, enclosure, as, rows));
      }
      pieces.add(new Piece("", enclosure, as, List.of()));
    }
    if (rest.isEmpty() && !rows.isEmpty()) rest = BELOW;
    List<String> cut = Cut.pieces(rest, MOST_TEXT).stream().filter(Legible::isSeen).toList();
    for (int i = 0; i < cut.size(); i++) {
      pieces.add(Piece.text(cut.get(i), i == cut.size() - 1 ? rows : List.of()));
    }
    return pieces;
  }

  private Piece.As as(Enclosure enclosure) {
    long bytes = size.applyAsLong(enclosure.file());
    if (bytes < 1 || bytes > MOST_DOCUMENT) return Piece.As.TEXT;
    boolean photo = PHOTOS.contains(enclosure.type()) && bytes <= MOST_PHOTO;
    return photo ? Piece.As.PHOTO : Piece.As.DOCUMENT;
  }
}
