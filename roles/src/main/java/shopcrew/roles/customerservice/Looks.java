package shopcrew.roles.customerservice;

import java.util.Collection;
import java.util.List;
import shopcrew.db.Listing;
import shopcrew.roles.catalogue.Lexicon;

/// The conditions that are about looks: colours, and what a thing is made for.
final class Looks {
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
      if (among.stream().noneMatch(listing -> shelf.wares.looks(listing.sku(), look))) continue;
      conditions.add(
          new Condition("", word, true, listing -> shelf.wares.looks(listing.sku(), look)));
    }
  }

  private void colours(String wish, List<Condition> conditions) {
    String text = named(wish, conditions);
    for (Lexicon.Span span : Lexicon.COLOURS.spans(text)) {
      String word = text.substring(span.start(), span.end());
      if (!Colours.stands(text, span)) continue;
      boolean wanted = !Conditions.UNWANTED.matcher(text.substring(0, span.start())).find();
      conditions.add(
          new Condition(
              "colors",
              understood.colour(word, wanted),
              listing -> {
                Wares.Hues colours = shelf.wares.hues(listing);
                if (colours.normal().isEmpty()) return null;
                if (!wanted) return comesInAnother(colours, span.notion());
                if (word.length() > 1 && !word.endsWith("色") && Reading.wordless(word.charAt(0))) {
                  return colours.normal().contains(word);
                }
                return colours.all().contains(span.notion());
              }));
    }
  }

  /// The shop's own names of colours first: 雾蓝 is not any blue. What is left of the text is given
  /// back.
  private String named(String wish, List<Condition> conditions) {
    String text = wish;
    for (String name : shelf.wares.colourNames()) {
      int at = text.indexOf(name);
      if (at < 0) continue;
      boolean wanted = !Conditions.UNWANTED.matcher(text.substring(0, at)).find();
      conditions.add(
          new Condition(
              "colors",
              understood.colour(name, wanted),
              listing -> shelf.wares.hues(listing).normal().contains(name) == wanted));
      text =
          text.replace(name + "色", " ".repeat(name.length() + 1))
              .replace(name, " ".repeat(name.length()));
    }
    return text;
  }

  /// Who wants no black is served by what comes in black and in white.
  private static boolean comesInAnother(Wares.Hues colours, String unwanted) {
    return colours.parts().stream().anyMatch(colour -> !colour.contains(unwanted));
  }
}
