package shopcrew.roles.customerservice;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Digits;

/// A change to the conditions of a wish that was answered before: "make it 100 kg", 不要黑色. What
/// it speaks of is taken out of the wish and said anew; everything else stays.
final class Correction {
  private static final int LONGEST = 60;
  private static final Pattern CHANGE =
      Pattern.compile(
          "改成|改为|改到|换成|调到|调成|放宽|提高到|降到|加到|应该是|不要|不用|不需要|别要|去掉|也行|也可以|再加|还要|呢[?？]?$|\\bmake"
              + " (?:it|that)\\b|change (?:it |that )?to\\b|should be|instead|rather|\\bnot"
              + " |\\bwithout\\b|\\bdrop\\b|don't need|no need|what about|how about");
  private static final Pattern VERB =
      Pattern.compile(
          "改成|改为|改到|换成|调到|调成|放宽到?|提高到|降到|加到|应该是|也行|也可以|呢|^那|\\bmake (?:it|that)\\b"
              + "|change (?:it |that )?to\\b|should be|instead|\\brather\\b|what about|how about");
  private static final Pattern DROP = Pattern.compile("不用|不需要|去掉|\\bdrop\\b|don't need|no need");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final List<Set<String>> MEASURES =
      List.of(Set.of("kg", "g"), Set.of("l", "ml"), Set.of("m", "cm", "mm"));

  private Correction() {}

  static boolean is(String message) {
    String text = Digits.of(message);
    return text.length() <= LONGEST
        && CHANGE.matcher(text).find()
        && (NUMBER.matcher(text).find()
            || !Lexicon.COLOURS.spans(text).isEmpty()
            || Reading.notions(text).stream().anyMatch(Columns::isAttribute));
  }

  /// The wish with the change in it.
  static String applied(String wish, String message) {
    String text = Digits.of(wish);
    String change = VERB.matcher(Digits.of(message)).replaceAll(" ").strip();
    String rest = change;
    List<Limit> limits = Limit.in(change);
    for (Limit limit : limits) {
      Limit old = like(text, limit);
      if (old == null) continue;
      String figure = change.substring(limit.start(), limit.end());
      boolean bare = limit.kind() == Limit.Kind.BARE;
      text = text.substring(0, old.start()) + (bare ? figure : " ") + text.substring(old.end());
      if (bare) rest = rest.replace(figure, " ");
    }
    Matcher number = NUMBER.matcher(change);
    List<Limit> before = Limit.in(text);
    if (limits.isEmpty() && before.size() == 1 && number.find()) {
      Limit old = before.getFirst();
      String figure = text.substring(old.start(), old.end());
      String changed = NUMBER.matcher(figure).replaceFirst(number.group());
      text = text.substring(0, old.start()) + changed + text.substring(old.end());
      rest = rest.replace(number.group(), " ");
    }
    text = without(text, change);
    return DROP.matcher(change).find() || rest.isBlank() ? text : text + ", " + rest.strip();
  }

  /// Without the colours and attributes that the change speaks of. One colour takes the place of
  /// all
  /// others; a colour that is not wanted only of itself.
  private static String without(String text, String change) {
    String rest = text;
    for (Lexicon.Span colour : Lexicon.COLOURS.spans(change)) {
      boolean wanted = !Conditions.UNWANTED.matcher(change.substring(0, colour.start())).find();
      rest = blank(rest, Lexicon.COLOURS, wanted ? null : colour.notion());
    }
    for (Lexicon.Span asked : Lexicon.ASKED.spans(change)) {
      if (Limit.in(change).isEmpty()) rest = blank(rest, Lexicon.ASKED, asked.notion());
    }
    return rest;
  }

  /// @param notion null: all of them
  private static String blank(String text, Lexicon lexicon, @Nullable String notion) {
    StringBuilder rest = new StringBuilder(text);
    for (Lexicon.Span span : lexicon.spans(text)) {
      if (notion != null && !span.notion().equals(notion)) continue;
      for (int i = span.start(); i < span.end() && i < rest.length(); i++) rest.setCharAt(i, ' ');
    }
    return rest.toString();
  }

  private static @Nullable Limit like(String text, Limit limit) {
    return Limit.in(text).stream()
        .filter(old -> old.unit().equals(limit.unit()) || measure(old, limit))
        .findFirst()
        .orElse(null);
  }

  private static boolean measure(Limit one, Limit other) {
    return MEASURES.stream().anyMatch(of -> of.contains(one.unit()) && of.contains(other.unit()));
  }
}
