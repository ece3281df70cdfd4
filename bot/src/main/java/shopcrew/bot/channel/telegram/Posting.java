package shopcrew.bot.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import shopcrew.bot.channel.Reply.Enclosure;
import shopcrew.bot.channel.telegram.Piece.Key;

/// Puts one piece into Telegram's own form and sends it, once.
record Posting(TelegramClient client) {
  static final LinkPreviewOptions NO_PREVIEW =
      LinkPreviewOptions.builder().isDisabled(true).build();

  Message post(String chat, Piece piece) throws TelegramApiException {
    Enclosure enclosure = piece.enclosure();
    if (enclosure == null) return client.execute(text(chat, piece));
    var file = new InputFile(enclosure.file().toFile(), name(enclosure));
    return switch (piece.as()) {
      case TEXT -> client.execute(text(chat, piece));
      case DOCUMENT -> client.execute(document(chat, piece, file));
      case PHOTO -> {
        try {
          yield client.execute(photo(chat, piece, file));
        } catch (TelegramApiException e) {
          // Too long, too narrow or damaged as a picture: as a file it still arrives.
          if (!isNoPicture(e)) throw e;
          yield client.execute(document(chat, piece, file));
        }
      }
    };
  }

  /// The library makes it the name of a field of the form, too: no quotes, and no other field's.
  private static String name(Enclosure enclosure) {
    String name = Legible.line(enclosure.name()).replaceAll("[\"\\\\/:*?<>|%]", "_");
    return name.matches("[a-z_]*") ? "file_" + name : name;
  }

  private static boolean isNoPicture(TelegramApiException e) {
    return Failure.of(e) instanceof Failure.Refused(String why, String words)
        && why.equals("bad")
        && Failure.says(words, "photo_", "image_process");
  }

  private static SendMessage text(String chat, Piece piece) {
    return SendMessage.builder()
        .chatId(chat)
        .text(piece.text())
        .linkPreviewOptions(NO_PREVIEW)
        .replyMarkup(markup(piece.rows()))
        .build();
  }

  private static SendPhoto photo(String chat, Piece piece, InputFile file) {
    return SendPhoto.builder()
        .chatId(chat)
        .photo(file)
        .caption(piece.text().isEmpty() ? null : piece.text())
        .replyMarkup(markup(piece.rows()))
        .build();
  }

  private static SendDocument document(String chat, Piece piece, InputFile file) {
    return SendDocument.builder()
        .chatId(chat)
        .document(file)
        .caption(piece.text().isEmpty() ? null : piece.text())
        .replyMarkup(markup(piece.rows()))
        .build();
  }

  static @Nullable InlineKeyboardMarkup markup(List<List<Key>> rows) {
    if (rows.isEmpty()) return null;
    var all = new ArrayList<InlineKeyboardRow>();
    for (var row : rows) all.add(new InlineKeyboardRow(row.stream().map(Posting::button).toList()));
    return new InlineKeyboardMarkup(all);
  }

  private static InlineKeyboardButton button(Key key) {
    var button = new InlineKeyboardButton(key.label());
    if (!key.data().isEmpty()) button.setCallbackData(key.data());
    if (!key.url().isEmpty()) button.setUrl(key.url());
    if (!key.style().isEmpty()) button.setStyle(key.style());
    return button;
  }
}
