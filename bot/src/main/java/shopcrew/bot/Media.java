package shopcrew.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Fetched;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.imports.SentTable;

/// Pictures, voice notes and files of customers: kept for a while beside the store, for the owners
/// to see. Only the cells of a table are read, as data.
final class Media {
  private static final Logger LOG = LoggerFactory.getLogger(Media.class);
  static final String FOLDER = "media";

  private final Path home;
  private final Map<String, Channel> channels;

  Media(Path home, List<Channel> channels) {
    this.home = home;
    this.channels =
        channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
  }

  /// Its bytes, or empty if they cannot be had.
  Optional<Fetched.Bytes> fetch(Conversation in, Arrived arrived) {
    Channel channel = channels.get(in.channel());
    if (channel == null || arrived.item().outer().isEmpty()) return Optional.empty();
    return switch (channel.fetch(arrived.item().outer())) {
      case Fetched.Bytes bytes -> Optional.of(bytes);
      case Fetched.NotNow() -> Optional.empty();
      case Fetched.Never(String why) -> {
        LOG.info("A file of {} is not taken: {}", in.channel(), why);
        yield Optional.empty();
      }
    };
  }

  /// Whether what was sent calls itself a table.
  static boolean table(Arrived arrived) {
    return SentTable.is(arrived.item().token());
  }

  /// The cells of a table; empty where it cannot be read or is too large.
  ///
  /// @param kept where it lies in the shop's folder, or empty
  Optional<String> cells(Arrived arrived, String kept) {
    return kept.isEmpty()
        ? SentTable.text(arrived.item().content())
        : SentTable.read(home.resolve(kept));
  }

  /// Where it now lies in the shop's folder, or empty.
  Optional<String> keep(Arrived arrived, Fetched.Bytes bytes) {
    String name = FOLDER + "/" + arrived.seq() + "." + ending(bytes.type());
    try {
      Files.createDirectories(home.resolve(FOLDER));
      Files.write(home.resolve(name), bytes.content());
      return Optional.of(name);
    } catch (IOException e) {
      LOG.error("A file that a customer sent cannot be kept", e);
      return Optional.empty();
    }
  }

  /// Of the kinds that people send; anything else is a thing to look at with care.
  private static String ending(String type) {
    return switch (type) {
      case "image/jpeg" -> "jpg";
      case "image/png" -> "png";
      case "image/webp" -> "webp";
      case "audio/ogg" -> "ogg";
      case "audio/mpeg" -> "mp3";
      case "audio/mp4" -> "m4a";
      case "video/mp4" -> "mp4";
      case "application/pdf" -> "pdf";
      default -> "bin";
    };
  }
}
