package shopcrew.roles.customerservice;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import shopcrew.db.Listing;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Normal;

/// The conditions that are about looks: colours, and what a thing is made for.
final class Looks {
  static final Lexicon COLOURS = Lexicon.load("shared/colours.yaml");

  private final Shelf shelf;
  private final Collection<Listing> among;
  private final Understood understood;

  Looks(Shelf shelf, Collection<Listing> among, Understood understood) {
    this.shelf = shelf;
    this.among = among;
    this.understood = understood;
  }

  void add(String text, List<Condition> conditions) {
    looks(text, conditions);
    colours(text, conditions);
  }

  /// What it is for or looks like: for dogs, for children, of wood.
  private void looks(String text, List<Condition> conditions) {
    for (Lexicon.Span span : Lexicon.GOODS.spans(text)) {
      String look = span.notion();
      String word = text.substring(span.start(), span.end());
      if (!Reading.LOOKS.contains(look)) continue;
      if (conditions.stream().anyMatch(known -> known.said().equals(word))) continue;
      if (among.stream().noneMatch(listing -> looks(listing, look))) continue;
      conditions.add(new Condition("", word, listing -> looks(listing, look)));
    }
  }

  private static boolean looks(Listing listing, String look) {
    String all =
        String.join(
            ", ",
            listing.category(),
            listing.titleZh(),
            listing.titleEn(),
            listing.descZh(),
            listing.descEn());
    for (String clause : Conditions.CLAUSE.split(Normal.text(all))) {
      if (Lexicon.GOODS.notions(clause).contains(look))
        return !Conditions.NOT.matcher(clause).find();
    }
    return false;
  }

  private void colours(String text, List<Condition> conditions) {
    for (Lexicon.Span span : COLOURS.spans(text)) {
      String word = text.substring(span.start(), span.end());
      boolean alone = word.length() == 1 && Reading.wordless(word.charAt(0));
      if (alone && !text.startsWith("色", span.end())) continue;
      boolean wanted = !Conditions.UNWANTED.matcher(text.substring(0, span.start())).find();
      conditions.add(
          new Condition(
              "colors",
              understood.colour(word, wanted),
              listing -> {
                String colours = column(listing, "colors");
                if (colours.isEmpty()) return null;
                if (!wanted) return comesInAnother(colours, span.notion());
                if (word.length() > 1 && !word.endsWith("色") && Reading.wordless(word.charAt(0))) {
                  return colours.contains(word);
                }
                return COLOURS.notions(colours.replace("+", ";")).contains(span.notion());
              }));
    }
  }

  /// Who wants no black is served by what comes in black and in white.
  private static boolean comesInAnother(String colours, String unwanted) {
    return Arrays.stream(colours.split("[;,/]"))
        .anyMatch(colour -> !COLOURS.notions(colour.replace("+", ";")).contains(unwanted));
  }

  private String column(Listing listing, String notion) {
    for (var attribute : listing.attributes().entrySet()) {
      if (shelf.columns.notion(attribute.getKey()).equals(notion)) {
        return Normal.text(attribute.getValue());
      }
    }
    return "";
  }
}
