package shopcrew.bot.channel.whatsapp;

import java.nio.file.Path;
import java.util.List;

/// One message as the platform knows it. There is no template among them (wall 8).
sealed interface Piece {
  record Text(String body) implements Piece {}

  record Buttons(String body, List<Option> options) implements Piece {}

  record Option(String id, String title) {}

  /// @param button opens the list
  record Listing(String body, String button, List<Row> rows) implements Piece {}

  /// @param description the rest of a long label, or empty
  record Row(String id, String title, String description) {}

  record Link(String body, String label, String url) implements Piece {}

  /// @param kind `image` or `document`
  record Medium(String kind, String name, String type, Path file, String caption)
      implements Piece {}
}
