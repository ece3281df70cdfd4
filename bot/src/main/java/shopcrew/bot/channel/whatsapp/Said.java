package shopcrew.bot.channel.whatsapp;

import java.util.regex.Pattern;

/// Words as they can travel.
final class Said {
  private static final Pattern HALVES =
      Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  private Said() {}

  /// Without control signs and without halves of a sign, which no JSON can carry.
  static String clean(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return HALVES.matcher(lines).replaceAll("\ufffd").replaceAll("[\\p{Cc}&&[^\n\t]]", " ");
  }
}
