package shopcrew.roles;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Takes a message with several jobs apart, at the words that join jobs: 先…再…然后, first … then, a
/// numbered list.
public final class Jobs {
  private static final Pattern JOINED =
      Pattern.compile(
          "先.+[再后]|然后|顺便|另外再?|最后|接着|[;；\\n"
              + "]|(?:^|[^\\d])1[.、)].+2[.、)]|[一二三]是|[一两二三四五几]件事|(?i:first\\b.+(?:then|second)|\\bthen\\b|and"
              + " also\\b|\\bfinally\\b|\\bthree things\\b)",
          Pattern.DOTALL);
  private static final Pattern PARTS =
      Pattern.compile(
          "[;；。\\n"
              + ":：]+|[,，、]?\\s*(?:然后再?|再(?!次)|最后再?|顺便|另外再?|还有|接着|(?i:(?:and )?then\\b|and"
              + " also\\b|finally\\b))"
              + "|[,，、]\\s*(?:[一二三]是|(?i:first|second|third)\\b)?|^(?:先|(?i:first\\b))|(?:^|[\\s,，])\\d[.、)]");
  private static final int SHORTEST = 3;
  private static final int MOST = 8;

  private Jobs() {}

  /// The jobs of the message; one where nothing joins several.
  public static List<String> in(String text) {
    return JOINED.matcher(text).find() ? parts(text) : List.of(text);
  }

  /// The message cut at every joint.
  public static List<String> parts(String text) {
    return Arrays.stream(PARTS.split(text))
        .map(String::strip)
        .filter(part -> part.length() >= SHORTEST)
        .limit(MOST)
        .toList();
  }
}
