package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Normal;

/// The conditions that a wish names: figures with a limit, yes-or-no attributes, colours, words
/// that must stand in the listing.
final class Conditions {
  static final Pattern CLAUSE = Pattern.compile("[,，;；。!?、]\\s?|\\.(?!\\d)\\s?");
  static final Pattern NOT =
      Pattern.compile(
          "不|无(?!铅)|非|没|勿|禁止|\\bnot?\\b|\\bnon\\b(?!-)|\\bnever\\b|\\bwithout\\b|n't\\b");
  static final Pattern UNWANTED =
      Pattern.compile("(?:不要|不带|不用|无需|(?<!有)没有|without|no|sin|ohne|sans|без)\\s?$");
  /// What comes after it is wanted of the thing, not told of the asker.
  private static final Pattern HAVING =
      Pattern.compile("(?:带|要有|自带|\\b(?:with|has|having|including)(?: an?)?)\\s?$");

  private static final Set<String> NO_CONDITION =
      Set.of(
          "price",
          "size",
          "material",
          "colors",
          "weight",
          "load",
          "capacity",
          "moq",
          "brand",
          "lead_time",
          "certificate",
          "ship_fee",
          "free_shipping",
          "factory",
          "return",
          "visit",
          "length",
          "width",
          "height",
          "depth",
          "diameter",
          "flavour",
          "compatible",
          "set_count",
          "wholesale_price",
          "assembly",
          "origin",
          "courier",
          "storage",
          "power",
          "age",
          "fit",
          "garment_size",
          "net_weight",
          "domestic",
          "overseas",
          "quality",
          "packaging");

  private final Shelf shelf;
  private final Collection<Listing> among;
  private final Understood understood;

  /// @param among the things of the kind that is wished for
  /// @param understood how a condition is said
  Conditions(Shelf shelf, Collection<Listing> among, Understood understood) {
    this.shelf = shelf;
    this.among = among;
    this.understood = understood;
  }

  /// @param rest the wish without the words for the kind of thing
  List<Condition> in(String wish, String rest) {
    var conditions = new ArrayList<Condition>();
    Set<String> asked = Reading.notions(Normal.text(wish));
    conditions.addAll(new Measures(shelf, understood).in(wish, asked));
    boolean measured = !conditions.isEmpty();
    Set<String> figures = figures(conditions);
    for (Lexicon.Span span : Lexicon.ASKED.spans(Normal.text(wish))) {
      if (NO_CONDITION.contains(span.notion()) || figures.contains(span.notion())) continue;
      if (measured && span.notion().equals("foldable") && span.end() == span.start()) continue;
      Condition condition = notion(span, Normal.text(wish));
      if (condition != null) conditions.add(condition);
    }
    certificates(wish, conditions);
    new Looks(shelf, among, understood).add(Normal.text(wish), conditions);
    words(wish, rest, conditions);
    return conditions;
  }

  /// What the figures are about already.
  private static Set<String> figures(List<Condition> conditions) {
    var notions = new LinkedHashSet<String>();
    for (Condition condition : conditions) {
      notions.add(condition.notion());
      notions.addAll(Columns.general(condition.notion()));
    }
    return notions;
  }

  private @Nullable Condition notion(Lexicon.Span span, String text) {
    String notion = span.notion();
    boolean wanted = !UNWANTED.matcher(text.substring(0, span.start())).find();
    String what = understood.notion(notion, text.substring(span.start(), span.end()), wanted);
    if (notion.equals("stock")) {
      return new Condition(notion, what, listing -> listing.inStock() == wanted);
    }
    boolean kept = shelf.columns.has(notion);
    if (!kept && !shelf.wares.tells(notion)) return null;
    boolean figures = kept && !shelf.wares.flags(notion) && !shelf.wares.measures(notion).isEmpty();
    if (figures) return null;
    return new Condition(
        notion,
        what,
        listing -> {
          Boolean flag = flag(listing, notion);
          if (flag == null && (kept && shelf.wares.flags(notion))) {
            Boolean said = shelf.wares.says(listing.sku(), notion);
            return said == null ? null : said == wanted;
          }
          if (flag == null) flag = shelf.wares.says(listing.sku(), notion);
          return flag == null ? (Boolean) !wanted : (Boolean) (flag == wanted);
        });
  }

  private @Nullable Boolean flag(Listing listing, String notion) {
    for (var attribute : listing.attributes().entrySet()) {
      if (!shelf.columns.notion(attribute.getKey()).equals(notion)) continue;
      Boolean flag = Facts.flag(attribute.getValue());
      if (flag != null) return flag;
      if (!attribute.getValue().isBlank()) return true;
    }
    return null;
  }

  /// A standard or a mark that some listing carries by name: EN 1888, OEKO-TEX.
  private void certificates(String wish, List<Condition> conditions) {
    String bare = Wares.bare(wish);
    shelf
        .wares
        .certified()
        .forEach(
            (mark, skus) -> {
              if (mark.length() < 4 || !bare.contains(mark)) return;
              String said = mark.toUpperCase(Locale.ROOT);
              conditions.add(
                  new Condition("certificate", said, listing -> skus.contains(listing.sku())));
            });
  }

  /// Words that stand in some listing must stand in the right one; words that stand in none say
  /// what it is for, and are let pass.
  private void words(String wish, String rest, List<Condition> conditions) {
    for (Term term : Reading.terms(wish, rest)) {
      if (term.notion() || term.named() || term.slight()) continue;
      if (!Lexicon.COLOURS.notions(term.key()).isEmpty()) continue;
      if (shelf.wares.colourNames().contains(term.key())) continue;
      if (term.key().length() < 2) continue;
      if (!shelf.wares.standsSomewhere(term.key())) {
        String before = Normal.text(wish).substring(0, term.start());
        if (HAVING.matcher(before).find()) {
          conditions.add(new Condition("", term.said(), true, _ -> false));
        }
        continue;
      }
      conditions.add(
          new Condition(
              "",
              term.key(),
              true,
              listing -> Boolean.TRUE.equals(shelf.wares.stands(listing.sku(), term.key()))));
    }
  }
}
