package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.db.Listing;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Normal;

/// The colours that an article comes in, and which of them somebody means.
final class Colours {
  private static final Pattern BETWEEN = Pattern.compile("[;；,，、/]");
  private static final Pattern WITHOUT_SLASH = Pattern.compile("[;；,，、]");
  private static final Pattern ANY =
      Pattern.compile("随便|随意|都行|都可以|哪个颜色都|不挑|any colou?r|whichever|don't mind");

  private final List<String> all;

  Colours(Shelf shelf, Listing listing) {
    all =
        listing.attributes().entrySet().stream()
            .filter(attribute -> shelf.columns.notion(attribute.getKey()).equals("colors"))
            .flatMap(attribute -> Arrays.stream(parts(attribute.getValue())))
            .map(String::strip)
            .filter(colour -> !colour.isEmpty())
            .toList();
  }

  /// 奶白/Ivory is one colour in two languages, 黑/白 are two.
  private static String[] parts(String value) {
    return Facts.bilingual(value) ? WITHOUT_SLASH.split(value) : BETWEEN.split(value);
  }

  List<String> all() {
    return all;
  }

  /// Those that may be meant; empty where a colour is named that it does not come in. What is said
  /// last counts, for it answers what was asked back.
  ///
  /// @param text a normal text
  List<String> meant(String text) {
    if (all.isEmpty() || ANY.matcher(text).find()) return List.of("");
    List<String> said = new ArrayList<>();
    int last = -1;
    for (String colour : all) {
      String english = Normal.text(Facts.english(colour));
      int at = Math.max(text.lastIndexOf(Normal.text(colour)), text.lastIndexOf(english));
      if (at < 0 || at < last) continue;
      last = at;
      said = List.of(colour);
    }
    if (!said.isEmpty()) return said;
    Set<String> notions = named(text);
    if (notions.isEmpty()) return all;
    return all.stream().filter(colour -> is(colour, notions)).toList();
  }

  boolean fits(String text) {
    return !meant(text).isEmpty();
  }

  private static boolean is(String colour, Set<String> notions) {
    return Lexicon.COLOURS.notions(Normal.text(colour).replace("+", ";")).stream()
        .anyMatch(notions::contains);
  }

  /// 青瓷 is no colour: a single character has to stand as one.
  static Set<String> named(String text) {
    return Lexicon.COLOURS.spans(text).stream()
        .filter(span -> stands(text, span))
        .map(Lexicon.Span::notion)
        .collect(Collectors.toSet());
  }

  /// Whether it is the colour of something: 红色, 红的, 红杯子.
  static boolean stands(String text, Lexicon.Span span) {
    boolean alone = span.end() - span.start() == 1 && Reading.wordless(text.charAt(span.start()));
    return !alone
        || span.end() == text.length()
        || text.startsWith("色", span.end())
        || text.startsWith("的", span.end())
        || thing(text, span.end());
  }

  private static boolean thing(String text, int from) {
    return Lexicon.GOODS.spans(text).stream()
        .anyMatch(
            noun ->
                noun.start() == from
                    && noun.end() - from > 1
                    && !Reading.LOOKS.contains(noun.notion()));
  }
}
