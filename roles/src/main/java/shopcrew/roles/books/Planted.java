package shopcrew.roles.books;

import java.util.List;
import java.util.regex.Pattern;
import shopcrew.prompts.Prompts;
import shopcrew.roles.words.Normal;

/// Tells text that tries to give orders to the team from text that only says something. Such text
// is
/// never followed and never repeated; the owner is told that it is there.
public final class Planted {
  private static final Pattern LINK =
      Pattern.compile("(?i)(?:https?://|www\\.)\\S+|!\\[[^\\]]*]\\([^)]*\\)|<[a-z/][^>]*>");

  private final List<Pattern> marks;

  public Planted() {
    marks =
        Prompts.terms("shared/planted.yaml").values().stream()
            .flatMap(list -> ((List<?>) list).stream())
            .map(mark -> Pattern.compile(mark.toString(), Pattern.CASE_INSENSITIVE))
            .toList();
  }

  public boolean in(String text) {
    String normal = Normal.text(text);
    return marks.stream().anyMatch(mark -> mark.matcher(normal).find());
  }

  /// Somebody's words as they may be shown: one line, no link, no formula.
  public static String quoted(String text, int longest) {
    String plain = LINK.matcher(text).replaceAll("[…]").replaceAll("^[=+@\\-\\s]+", "");
    return Voice.shortened(plain, longest);
  }
}
