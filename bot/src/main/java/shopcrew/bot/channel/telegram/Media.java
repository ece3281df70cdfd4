package shopcrew.bot.channel.telegram;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.telegram.telegrambots.meta.api.objects.stickers.Sticker;
import shopcrew.bot.channel.Arrival.Medium;

/// A picture, a voice note, a file: what is known of it before its bytes are there.
final class Media {
  private Media() {}

  static @Nullable Medium of(Message message, String caption) {
    if (message.getPhoto() != null && !message.getPhoto().isEmpty()) return photo(message, caption);
    if (message.getVoice() != null) {
      var voice = message.getVoice();
      return medium(
          "audio", "", voice.getMimeType(), voice.getFileSize(), caption, voice.getFileId());
    }
    if (message.getAudio() != null) {
      var audio = message.getAudio();
      return medium(
          "audio",
          audio.getFileName(),
          audio.getMimeType(),
          audio.getFileSize(),
          caption,
          audio.getFileId());
    }
    if (message.getVideo() != null) {
      var video = message.getVideo();
      return medium(
          "video",
          video.getFileName(),
          video.getMimeType(),
          video.getFileSize(),
          caption,
          video.getFileId());
    }
    if (message.getVideoNote() != null) {
      var note = message.getVideoNote();
      return medium("video", "", "video/mp4", note.getFileSize(), caption, note.getFileId());
    }
    if (message.getAnimation() != null) {
      var moving = message.getAnimation();
      return medium(
          "video",
          moving.getFileName(),
          moving.getMimeType(),
          moving.getFileSize(),
          caption,
          moving.getFileId());
    }
    if (message.getSticker() != null) return sticker(message.getSticker());
    if (message.getDocument() != null) {
      var file = message.getDocument();
      return medium(
          kind(file.getMimeType()),
          file.getFileName(),
          file.getMimeType(),
          file.getFileSize(),
          caption,
          file.getFileId());
    }
    return isContent(message) ? medium("file", "", "", null, caption, "") : null;
  }

  /// Telegram sends the same photo in several sizes.
  private static @Nullable Medium photo(Message message, String caption) {
    return message.getPhoto().stream()
        .filter(size -> size != null && size.getFileId() != null)
        .max(Comparator.comparingLong(Media::area))
        .map(
            size ->
                medium("image", "", "image/jpeg", size.getFileSize(), caption, size.getFileId()))
        .orElse(null);
  }

  private static long area(PhotoSize size) {
    long width = size.getWidth() == null ? 0 : size.getWidth();
    return width * (size.getHeight() == null ? 0 : size.getHeight());
  }

  private static Medium sticker(Sticker sticker) {
    String type = "image/webp";
    if (Boolean.TRUE.equals(sticker.getIsAnimated())) type = "application/x-tgsticker";
    if (Boolean.TRUE.equals(sticker.getIsVideo())) type = "video/webm";
    return medium(
        "sticker", sticker.getEmoji(), type, sticker.getFileSize(), "", sticker.getFileId());
  }

  /// What a person sent on purpose, though the team can do nothing with it but say so.
  private static boolean isContent(Message message) {
    return message.getPoll() != null
        || message.getDice() != null
        || message.getGame() != null
        || message.getStory() != null
        || message.getPaidMedia() != null
        || message.getChecklist() != null
        || message.getInvoice() != null
        || message.getGift() != null;
  }

  private static String kind(@Nullable String type) {
    if (type == null) return "file";
    return type.equals("image/jpeg") || type.equals("image/png") || type.equals("image/webp")
        ? "image"
        : "file";
  }

  private static Medium medium(
      String kind,
      @Nullable String name,
      @Nullable String type,
      @Nullable Number bytes,
      String caption,
      @Nullable String file) {
    return new Medium(
        kind,
        Legible.line(Objects.requireNonNullElse(name, "")),
        Legible.line(Objects.requireNonNullElse(type, "")),
        bytes == null ? 0 : Math.max(0, bytes.longValue()),
        caption,
        Objects.requireNonNullElse(file, ""));
  }
}
