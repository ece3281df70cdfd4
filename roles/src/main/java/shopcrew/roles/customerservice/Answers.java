package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.prompts.Words;
import shopcrew.roles.Told;
import shopcrew.roles.catalogue.Found;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Fuzzy;
import shopcrew.roles.words.Normal;

/// Answers what can be answered from the shop's data, and only that: a product's own values first,
/// then what its description says, then the shop's rules.
final class Answers {
  private static final double ENOUGH = 0.6;
  private static final double HALF = 0.4;
  /// What the product's own description says goes before a rule that names it among others.
  private static final double OF_THIS_ONE = 2.6;

  private static final int LONG_WORD = 4;
  private static final int MOST_PRODUCTS = 5;
  private static final int FEW = 3;
  private static final Pattern CARTON = Pattern.compile("外箱|整箱|一箱|纸箱|\\bcartons?\\b");
  private static final Pattern CLAUSE = Pattern.compile("[,，。；;.]\\s*");
  static final Pattern PERSON =
      Pattern.compile("转人工|请转|另谈|human only|talk to \\p{Lu}|由.{0,4}(?:谈|评估)");
  private static final Pattern QUOTED = Pattern.compile("另报|单独报价|quoted per|quoted separately");
  private static final Pattern ALTERNATIVES = Pattern.compile("还是|\\bor\\b");
  private static final Set<String> DIMENSIONS =
      Set.of("length", "width", "height", "depth", "diameter");
  private static final Pattern MAY = Pattern.compile("可以|能不能|能(?!装|放)|可不可以|可否|支不支持|支持");
  private static final Pattern GRANTED =
      Pattern.compile("^[^不没无,，。;；]*(?:可|支持)[^不没无,，。;；]*(?:[,，。;；（(]|$)");
  private static final Set<String> SUMS = Set.of("price", "ship_fee", "free_shipping");

  private final Shelf shelf;
  private final Words words;
  private final String language;
  private final Facts facts;
  private final Evidence evidence;

  Answers(Shelf shelf, Words words, String language) {
    this.shelf = shelf;
    this.words = words;
    this.language = language;
    this.facts = new Facts(words, shelf.columns, language);
    this.evidence = new Evidence(shelf, language);
  }

  /// Null where the data does not answer it.
  @Nullable Said answer(String asked, Found found) {
    List<Term> terms =
        Reading.terms(asked, found.rest()).stream().filter(it -> !misspelt(it, found)).toList();
    List<Term> required = terms.stream().filter(Term::required).toList();
    if (required.isEmpty()) return found.named() ? card(found) : named(asked, terms, found);
    Said own = found.nothing() ? null : fields(asked, required, found, true);
    if (own != null) return own;
    Said described = found.nothing() ? null : described(asked, required, found);
    if (described == null && !found.nothing()) described = fields(asked, required, found, false);
    Said rule = rule(asked, terms, found);
    if (described != null && rule != null) {
      double nearer = found.one().isPresent() ? OF_THIS_ONE : 0;
      return described.score() + nearer >= rule.score() ? described : rule;
    }
    if (described != null) return described;
    return rule != null ? rule : supposed(asked, terms, found);
  }

  /// Where the words themselves are not in the data: what the question as a whole is about.
  private @Nullable Said supposed(String asked, List<Term> terms, Found found) {
    Subject subject = Subject.of(asked.length() == found.rest().length() ? found.rest() : asked);
    if (!subject.likely() || terms.stream().anyMatch(this::strange)) return null;
    List<Term> only = List.of(subject.term());
    if (Columns.isAttribute(subject.notion())) {
      if (found.nothing()) return null;
      Said own = fields(asked, only, found, false);
      return own != null ? own : described(asked, only, found);
    }
    var all = new ArrayList<Term>(only);
    terms.forEach(term -> all.add(term.asSlight()));
    List<Line> about = shelf.knowledge.stream().filter(it -> it.isAbout(subject.notion())).toList();
    return about.isEmpty() ? null : rule(asked, all, found, about);
  }

  /// A part of a thing, or a name that stands nowhere in the shop and is no place: of that nothing
  /// is known by what is known of the whole.
  private boolean strange(Term term) {
    if (Reading.isPart(term)) return true;
    return term.proper() && !shelf.known(term.key()) && !Places.named(term.key());
  }

  /// 冰厢 beside 冰箱收纳盒 asks nothing: it is the product's name with a typo.
  private boolean misspelt(Term term, Found found) {
    boolean wordless = Reading.wordless(term.key().charAt(0));
    if (term.notion() || term.proper() || term.key().length() < (wordless ? 2 : LONG_WORD)) {
      return false;
    }
    return products(found).stream()
        .map(listing -> Normal.text(wordless ? listing.titleZh() : listing.titleEn()))
        .anyMatch(title -> Fuzzy.containsNormal(title, term.key()) >= 0.8);
  }

  /// The words that name the product are all there is: it may be the rule that has them.
  private @Nullable Said named(String asked, List<Term> terms, Found found) {
    return terms.isEmpty() ? null : rule(asked, terms, found);
  }

  /// What it is and what it costs.
  @Nullable Said card(Found found) {
    return joined(
        products(found).stream()
            .map(
                listing -> {
                  Facts.Fact price = Objects.requireNonNull(facts.of(listing, "price"));
                  String more = sentence(listing, List.of());
                  return said(listing, List.of(price), more);
                })
            .toList());
  }

  /// The product's own values cover everything that was asked.
  private @Nullable Said fields(String asked, List<Term> required, Found found, boolean strict) {
    if (!strict && found.skus().size() > FEW) return null;
    if (CARTON.matcher(found.rest()).find() && !notions(required).contains("carton_qty")) {
      if (!Set.of("carton_size", "carton_weight").containsAll(notions(required))) return null;
    }
    var said = new ArrayList<Said>();
    for (Listing listing : products(found)) {
      String part = part(listing, asked, required);
      if (!part.isEmpty()) {
        said.add(said(listing, List.of(), part));
        continue;
      }
      var told = new LinkedHashSet<Facts.Fact>();
      boolean whole = true;
      for (String notion : notions(required)) {
        Facts.Fact fact = strict ? facts.own(listing, notion) : facts.of(listing, notion);
        if (fact == null) whole &= notion.equals("size") && notions(required).size() > 1;
        else told.add(fact);
      }
      String values =
          Normal.text(
              told.stream().map(f -> f.value() + " " + f.say()).collect(Collectors.joining(" ")));
      String title = Normal.text(listing.titleZh() + " " + listing.titleEn());
      for (Term term : required) {
        if (term.notion() && Columns.isAttribute(term.key())) continue;
        if (!term.notion() && (term.key().length() < 2 || foreign() || evidence.idle(term)))
          continue;
        boolean ofPart = Reading.isPart(term);
        whole &= !told.isEmpty() && stands(term, ofPart ? values : values + " " + title);
      }
      if (!whole || told.isEmpty()) continue;
      said.add(said(listing, List.copyOf(told), ""));
    }
    if (said.isEmpty() || found.several() && said.size() < products(found).size() / 2.0)
      return null;
    return joined(said);
  }

  /// What the description says of the attribute of a part: "桌板承重30kg" when the table top is asked
  /// about, not the whole.
  private String part(Listing listing, String asked, List<Term> required) {
    Set<String> notions = notions(required);
    String question = Normal.text(asked);
    for (String clause : CLAUSE.split(listing.description(language))) {
      String normal = Normal.text(clause);
      for (var span : Lexicon.ASKED.spans(normal)) {
        if (!notions.contains(span.notion()) || span.start() < 1) continue;
        String before = normal.substring(0, span.start()).strip();
        boolean said =
            Reading.wordless(before.charAt(before.length() - 1))
                ? before.length() == 2
                    && (question.contains(before)
                        || question.contains(before.substring(0, 1) + "上")
                        || question.contains(before.substring(0, 1) + "部"))
                : before.matches("[a-z]{4,}") && question.contains(before);
        if (said) return clause;
      }
    }
    return "";
  }

  private boolean foreign() {
    return !language.equals("zh") && !language.equals("en");
  }

  private boolean stands(Term term, String text) {
    if (!term.notion()) {
      return text.contains(term.key()) || Reading.stems(text).contains(term.key());
    }
    return Reading.notions(text).contains(term.key());
  }

  private static Set<String> notions(List<Term> required) {
    var notions = new LinkedHashSet<String>();
    for (Term term : required) {
      if (term.notion() && Columns.isAttribute(term.key())) notions.add(term.key());
    }
    List.copyOf(notions).forEach(notion -> notions.removeAll(Columns.general(notion)));
    if (notions.contains("wholesale_price")) notions.removeAll(Set.of("price", "moq"));
    if (notions.contains("folded_size")) notions.removeAll(Set.of("size", "foldable"));
    if (notions.contains("wheel") || notions.contains("folded_size")) notions.removeAll(DIMENSIONS);
    return notions;
  }

  /// A sentence of the description covers it.
  private @Nullable Said described(String asked, List<Term> required, Found found) {
    var said = new ArrayList<Said>();
    for (Listing listing : products(found)) {
      List<Line> lines = shelf.sentences(listing);
      Evidence.Pick pick = evidence.best(lines, required, List.of());
      if (pick == null || pick.covered() < ENOUGH) {
        List<Line> titles = shelf.titles(listing);
        Evidence.Pick title = evidence.best(titles, required, List.of());
        if (title != null && title.covered() >= ENOUGH) pick = title;
      }
      if (pick == null) continue;
      boolean either = ALTERNATIVES.matcher(asked).find() && pick.covered() > 0.3;
      if (pick.covered() < ENOUGH && !either) continue;
      said.add(said(listing, List.of(), ours(pick.line(), listing, required)).scored(pick.score()));
    }
    return said.isEmpty() || said.size() * 2 < products(found).size() ? null : joined(said);
  }

  /// The same sentence in the language of the answer, where the listing has one.
  private String ours(Line line, Listing listing, List<Term> required) {
    boolean chinese = language.equals("zh");
    if (line.chinese() == chinese) return line.text();
    String own = sentence(listing, required);
    if (own.isEmpty()) own = chinese ? listing.descZh() : listing.descEn();
    return own.isBlank() ? line.text() : own;
  }

  private String sentence(Listing listing, List<Term> required) {
    boolean chinese = language.equals("zh");
    List<Line> lines =
        shelf.sentences(listing).stream().filter(line -> line.chinese() == chinese).toList();
    Evidence.Pick pick = evidence.best(lines, required, List.of());
    if (pick != null) return pick.line().text();
    return required.isEmpty() ? listing.description(language) : "";
  }

  /// A line of the shop's rules covers it.
  private @Nullable Said rule(String asked, List<Term> terms, Found found) {
    return rule(asked, terms, found, shelf.knowledge);
  }

  private @Nullable Said rule(String asked, List<Term> terms, Found found, List<Line> among) {
    if (terms.stream().filter(Term::required).map(Term::key).allMatch("price"::equals)
        && terms.stream().anyMatch(Term::required)) {
      return null;
    }
    List<String> skus = found.named() ? found.skus() : List.of();
    List<Line> lines = among;
    if (found.named() && found.skus().size() <= 3 && ownData(terms)) {
      lines = lines.stream().filter(line -> speaksOf(line, found)).toList();
    }
    Set<String> kinds = Lexicon.GOODS.notions(Normal.text(asked));
    Evidence.Pick pick = evidence.best(lines, terms, skus, kinds);
    List<Line> exact = lines.stream().filter(line -> names(line, terms)).toList();
    if (pick != null && !names(pick.line(), terms) && !exact.isEmpty()) {
      Evidence.Pick named = evidence.best(exact, terms, skus, kinds);
      if (named != null && named.covered() >= ENOUGH) pick = named;
    }
    if (pick == null || pick.covered() < ENOUGH || !touches(pick.line(), terms)) return null;
    Said said = rule(inOwn(pick.line(), terms, skus), terms).scored(pick.score());
    boolean may =
        language.equals("zh")
            && MAY.matcher(asked).find()
            && GRANTED.matcher(said.text()).find()
            && !said.text().contains("可以");
    return may
        ? new Said(
            words.say(language, "yes_it_is", "what", said.text()),
            said.facts(),
            said.ofUs(),
            said.score())
        : said;
  }

  /// Whether it has a subject of the question by its name, not only one that is near to it.
  private static boolean names(Line line, List<Term> terms) {
    return terms.stream().anyMatch(it -> it.notion() && it.required() && line.has(it.key()));
  }

  /// Whether the line has more of the question than a single character or how long it takes.
  private boolean touches(Line line, List<Term> terms) {
    boolean none = terms.stream().noneMatch(Term::required);
    return terms.stream()
        .filter(term -> (none || term.required()) && (term.notion() || term.key().length() > 1))
        .anyMatch(term -> evidence.covers(line, term) >= 0.5);
  }

  /// The line of the same section in the language of the answer that says it, too, if there is one.
  private Line inOwn(Line line, List<Term> terms, List<String> skus) {
    boolean chinese = language.equals("zh");
    boolean marksAlone = chinese && line.text().codePoints().anyMatch(Character::isIdeographic);
    if (line.chinese() == chinese || marksAlone) return line;
    List<Line> own =
        shelf.knowledge.stream()
            .filter(it -> it.chinese() == chinese && it.source().equals(line.source()))
            .toList();
    Evidence.Pick pick = evidence.best(own, terms, skus);
    return pick != null && pick.covered() >= HALF ? pick.line() : line;
  }

  Said rule(Line line, List<Term> terms) {
    boolean sum = terms.stream().anyMatch(term -> SUMS.contains(term.key()));
    boolean ofUs = PERSON.matcher(line.text()).find() || sum && QUOTED.matcher(line.text()).find();
    String text = line.text().strip();
    String say =
        language.equals("zh") || language.equals("en") && !line.chinese()
            ? text
            : words.say(language, line.chinese() ? "rule_in_chinese" : "rule", "rule", text);
    return new Said(say, List.of(new Told.Fact(text, line.source())), ofUs);
  }

  /// Whether it is asked for something that the shop keeps of every product.
  private boolean ownData(List<Term> terms) {
    List<Term> notions = terms.stream().filter(term -> term.required() && term.notion()).toList();
    return !notions.isEmpty()
        && notions.stream()
            .allMatch(term -> Columns.isAttribute(term.key()) && shelf.columns.has(term.key()));
  }

  private boolean speaksOf(Line line, Found found) {
    if (line.skus().stream().anyMatch(found.skus()::contains)) return true;
    List<String> named = shelf.rules.named(line);
    return named.size() <= 3 && named.stream().anyMatch(found.skus()::contains);
  }

  List<Listing> products(Found found) {
    return found.skus().stream()
        .map(shelf::listing)
        .filter(Objects::nonNull)
        .limit(MOST_PRODUCTS)
        .toList();
  }

  private Said said(Listing listing, List<Facts.Fact> told, String sentence) {
    String name = listing.title(language) + " (" + listing.sku() + ")";
    String all = told.stream().map(Facts.Fact::say).collect(Collectors.joining("; "));
    String what = String.join(" ", List.of(all, sentence)).strip();
    String say = words.say(language, "of_product", "name", name, "what", what);
    var sources = new ArrayList<Told.Fact>();
    String source = "products.csv#" + listing.sku();
    told.forEach(fact -> sources.add(new Told.Fact(fact.value(), source)));
    if (!sentence.isEmpty()) sources.add(new Told.Fact(sentence, source));
    return new Said(say, sources, false);
  }

  private static @Nullable Said joined(List<Said> said) {
    return said.stream().reduce(Said::and).orElse(null);
  }
}
