package shopcrew.db;

import java.util.regex.Pattern;

/// A statement in the shop's two languages, as people write it on one line: "满199包邮 / Free shipping
/// from CNY 199".
///
/// @param other the same in the other language, or empty
public record Versions(String text, String other) {
  private static final Pattern STROKE = Pattern.compile("\\s+[/／|｜]\\s+|／");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern SENTENCE = Pattern.compile("(?:[A-Za-z0-9'’%.,-]+\\s+){2,}\\S+");

  public static Versions of(String line) {
    var parts = STROKE.split(line.strip());
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      return new Versions(line.strip(), "");
    }
    var first = parts[0].strip();
    var second = parts[1].strip();
    return translates(first, second) || translates(second, first)
        ? new Versions(first, second)
        : new Versions(line.strip(), "");
  }

  private static boolean translates(String chinese, String english) {
    return HAN.matcher(chinese).find()
        && !HAN.matcher(english).find()
        && SENTENCE.matcher(english).find();
  }
}
