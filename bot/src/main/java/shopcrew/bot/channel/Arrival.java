package shopcrew.bot.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that a platform brought. All of it is data: nothing in it says who is an owner.
///
/// @param address where the conversation is reached: a Telegram chat, a WhatsApp user
/// @param key the channel's own id of it, unique in the conversation: the same key is taken once
/// @param name how the sender calls himself, or empty
/// @param phone a phone number that the platform vouches for, digits only, if it told one
/// @param language in which the sender's app speaks, such as `zh-hans`, or empty
/// @param at when it was said, by the platform's clock
public record Arrival(
    String channel,
    String address,
    String key,
    String name,
    @Nullable String phone,
    String language,
    Instant at,
    Body body) {

  public Arrival(
      String channel,
      String address,
      String key,
      String name,
      @Nullable String phone,
      Instant at,
      Body body) {
    this(channel, address, key, name, phone, "", at, body);
  }

  public sealed interface Body {}

  public record Words(String text) implements Body {}

  /// A finger on a button or a row.
  ///
  /// @param under the channel's id of the message that carries it
  /// @param data what the choice carried
  public record Tapped(String under, String data, String label) implements Body {}

  /// A picture, a voice note, a file. Its bytes are fetched later.
  ///
  /// @param kind `image`, `audio`, `video`, `sticker` or `file`
  /// @param type such as `image/jpeg`, or empty
  /// @param bytes how many, or 0 if the channel did not say
  /// @param file by which the channel fetches it
  public record Medium(
      String kind, String name, String type, long bytes, String caption, String file)
      implements Body {}

  /// Came in by a link: what stood behind it. After an ad that opens a chat it is `ad:` and the
  /// ad's id; what was said then follows as an arrival of its own.
  public record Entered(String code) implements Body {}

  /// What was said before now reads so.
  public record Edited(String key, String text) implements Body {}

  /// What was said before is taken back.
  public record Deleted(String key) implements Body {}

  /// A person of the shop wrote to this customer beside the bot, in the platform's own app.
  public record Echo(String text) implements Body {}

  /// A line of ours was delivered, read, or failed.
  ///
  /// @param line the channel's id of it
  /// @param cost the category under which the platform charges for it, or empty if it does not
  /// @param error as in [Delivery.Refused], or empty
  /// @param ours our own number of the line if the channel gives it back, or 0: by it is found what
  ///     may have been sent and has no id
  public record Progress(String line, Stage stage, String cost, String error, long ours)
      implements Body {
    public Progress(String line, Stage stage, String cost, String error) {
      this(line, stage, cost, error, 0);
    }
  }

  public enum Stage {
    SENT,
    DELIVERED,
    READ,
    FAILED
  }

  /// The person wants no more marketing, or wants it again. Only the person says so.
  public record Marketing(boolean wanted) implements Body {}

  /// The person has blocked the bot or left, or is back.
  public record Reachable(boolean is) implements Body {}
}
