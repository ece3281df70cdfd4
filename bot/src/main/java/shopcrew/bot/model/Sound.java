package shopcrew.bot.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How long a sound is, where its own bytes say so.
final class Sound {
  private static final int OPUS_A_SECOND = 48_000;
  private static final int OGG_HEAD = 14;
  private static final int WAV_HEAD = 44;
  private static final int WAV_RATE = 28;

  private Sound() {}

  /// Nought where it is not known; the number of bytes is the only limit then.
  static long seconds(String type, byte[] content) {
    return switch (type) {
      case "audio/ogg" -> ogg(content);
      case "audio/wav" -> wav(content);
      default -> 0;
    };
  }

  /// The last page says how many samples came up to it.
  private static long ogg(byte[] content) {
    for (int at = content.length - OGG_HEAD; at >= 0; at--) {
      if (content[at] != 'O' || content[at + 1] != 'g') continue;
      if (content[at + 2] != 'g' || content[at + 3] != 'S') continue;
      return Math.max(0, little(content).getLong(at + 6)) / OPUS_A_SECOND;
    }
    return 0;
  }

  private static long wav(byte[] content) {
    if (content.length < WAV_HEAD) return 0;
    int rate = little(content).getInt(WAV_RATE);
    return rate <= 0 ? 0 : (content.length - WAV_HEAD) / rate;
  }

  private static ByteBuffer little(byte[] content) {
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }
}
