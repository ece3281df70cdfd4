package shopcrew.bot.channel.telegram;

import java.nio.charset.StandardCharsets;

/// Tells the kind of a file by its first bytes.
final class Magic {
  private Magic() {}

  /// Such as `image/jpeg`, or empty if they tell nothing.
  static String type(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) return "image/jpeg";
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) return "image/png";
    if (head.startsWith("GIF8")) return "image/gif";
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "image/webp";
    if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) return "audio/wav";
    if (head.startsWith("OggS")) return "audio/ogg";
    if (head.startsWith("ID3") || head.startsWith("\u00ff\u00fb")) return "audio/mpeg";
    if (head.startsWith("ftypM4A", 4)) return "audio/mp4";
    if (head.startsWith("ftyp", 4)) return "video/mp4";
    if (head.startsWith("\u001aE\u00df\u00a3")) return "video/webm";
    if (head.startsWith("%PDF-")) return "application/pdf";
    if (head.startsWith("PK\u0003\u0004")) return "application/zip";
    return "";
  }
}
