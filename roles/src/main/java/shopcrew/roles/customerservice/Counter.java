package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.catalogue.Found;
import shopcrew.roles.words.Language;
import shopcrew.roles.words.Normal;

/// Hears a question and finds the answer in the shop's data, or says honestly that it is not there
/// and asks a person.
final class Counter {
  private static final Pattern CLAUSES =
      Pattern.compile(
          "[,，。；;?？!！\\n]+\\s*|\\.\\s+|\\s+and (?=what|how|when|where|is|are|do|does|can|which)");
  private static final Pattern ASKING =
      Pattern.compile(
          "[?？]|(\\p{IsHan})[不没]\\1|多[重沉大高长宽厚深久远]|吗|嘛|么|多少|几|什么|啥|怎么|哪|能不能|可不可以|可以|能|谁|多久|不$|没$|\\b(?i:what|how|when|where|who|which|can|do|does|is|are|will|any)\\b");
  private static final Pattern SENTENCES = Pattern.compile("(?<=[?？!！。])\\s*|(?<=\\.)\\s+");
  private static final Pattern MARKED = Pattern.compile("[?？]\\s*$");
  private static final Pattern FOLLOWS =
      Pattern.compile(
          "^(?:那|那么|and |what about|how about|y |и |und |et )|呢[?？]?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ASIDE =
      Pattern.compile("^(?:我|俺|咱|怕|孩子|家里|老人|i |we |my |our )", Pattern.CASE_INSENSITIVE);
  private static final int FEW = 3;
  private static final Set<String> RULED =
      Set.of(
          "damage",
          "missing",
          "quality",
          "return",
          "exchange",
          "refund_time",
          "cancel",
          "change_address",
          "change_color",
          "warranty",
          "photo");

  private final Shelves shelves;
  private final Words words;

  Counter(Shelves shelves, Words words) {
    this.shelves = shelves;
    this.words = words;
  }

  /// What may be told on that day.
  Shelf shelf(LocalDate day) {
    return shelves.on(day);
  }

  /// The language of the message, or that of the conversation where the message does not tell.
  static String language(String message, Turn turn) {
    Language language = Language.of(message);
    return switch (language) {
      case UNKNOWN, OTHER -> turn.language();
      default -> language.code();
    };
  }

  private static Found found(Shelf shelf, String message, Turn turn) {
    List<String> said = turn.history().stream().map(Turn.Said::text).toList();
    Found found = shelf.finder.find(message, said);
    String before = shelf.finder.find("", said).one().orElse("");
    Listing last = shelf.listing(before);
    Listing other = last == null ? null : Siblings.meant(shelf, last, message);
    boolean beside = other != null && !found.skus().contains(other.sku());
    boolean elsewhere = found.named() && found.skus().stream().noneMatch(before::equals);
    if (other == null || elsewhere && beside && found.one().isPresent()) return found;
    return new Found(List.of(other.sku()), found.rest(), true);
  }

  /// Whether the message itself names a product of the shop.
  boolean names(String message, Turn turn) {
    return !shelf(turn.today()).finder.find(message).nothing();
  }

  Outcome answer(String typed, Turn turn) {
    Outcome corrected = corrected(typed, turn);
    if (corrected != null) return corrected;
    String message = Places.widened(typed);
    String language = language(message, turn);
    Shelf shelf = shelf(turn.today());
    Found named = shelf.finder.find(message);
    boolean wishes = Wishes.searching(message) || Wishes.limitedTwice(message);
    boolean open = named.one().isEmpty() || !Colours.named(Normal.text(message)).isEmpty();
    if (open && wishes && !Wishes.asksValue(message)) {
      Outcome wish = wish(shelf, message, turn, language, true);
      if (wish != null) return wish;
    }
    Found found = found(shelf, message, turn);
    var answers = new Answers(shelf, words, language);
    Said said = inParts(shelf, answers, message, found);
    if (said == null) said = followed(shelf, answers, message, turn, found);
    if (said == null && Language.of(message) == Language.OTHER && named.one().isPresent()) {
      return unknown(answers.card(named), message, language);
    }
    if (said == null) return unknown(null, message, language);
    if (!said.ofUs()) return new Outcome.Answer(said.told());
    String text = said.text() + "\n" + words.say(language, "person_settles");
    return toPerson(new Told(text, said.facts()), message);
  }

  /// A wish with conditions; null where it is none.
  private @Nullable Outcome wish(
      Shelf shelf, String message, Turn turn, String language, boolean strict) {
    var wishes = new Wishes(shelf, words, language);
    String wish = message;
    if (!wishes.namesAKind(message)) {
      String before = lastAsked(turn);
      if (!before.isEmpty() && Wishes.searching(before)) wish = before + ", " + message;
    }
    return outcome(wishes.find(wish, strict), message);
  }

  /// The wish that was answered last, with this change to its conditions; null where it is none.
  @Nullable Outcome corrected(String message, Turn turn) {
    if (!Correction.is(message)) return null;
    String wish = wished(turn);
    if (wish.isEmpty()) return null;
    String changed = Correction.applied(wish, message);
    var wishes = new Wishes(shelf(turn.today()), words, language(message, turn));
    return outcome(wishes.find(changed, true), changed);
  }

  /// The wish that our last answer was to, with all changes to it so far; empty where it was to
  /// something else.
  private String wished(Turn turn) {
    String wish = "";
    String asked = "";
    for (Turn.Said said : turn.history()) {
      if (!said.byUs()) asked = said.text();
      else if (!shows(said.text())) wish = "";
      else if (wish.isEmpty() || !Correction.is(asked)) wish = asked;
      else wish = Correction.applied(wish, asked);
    }
    return wish;
  }

  /// Whether a text of ours shows the conditions of a wish.
  private boolean shows(String text) {
    return words.languages().stream()
        .filter(language -> words.has(language, "conditions"))
        .map(language -> words.say(language, "conditions", "conditions", "\n").split("\n")[0])
        .anyMatch(text::contains);
  }

  private static @Nullable Outcome outcome(Wishes.@Nullable Result result, String message) {
    if (result == null) return null;
    if (result.fits()) return new Outcome.Answer(result.told());
    return toPerson(result.told(), message);
  }

  Outcome search(String message, Turn turn) {
    Outcome corrected = corrected(message, turn);
    if (corrected != null) return corrected;
    String language = language(message, turn);
    if (followsUp(message, turn)
        && !Wishes.searching(lastAsked(turn))
        && !Wishes.limited(message)) {
      return answer(message, turn);
    }
    Shelf shelf = shelf(turn.today());
    Found found = shelf.finder.find(message);
    boolean few = found.named() && found.skus().size() <= FEW;
    if (few
        && (!Wishes.searching(message) || Wishes.asksValue(message))
        && !Wishes.limited(message)) return answer(message, turn);
    boolean of =
        !turn.history().isEmpty()
            && found.nothing()
            && found(shelf, message, turn).one().isPresent();
    if (of && !Wishes.searching(lastAsked(turn)) && !Wishes.limited(message))
      return answer(message, turn);
    Outcome wish = wish(shelf, message, turn, language, false);
    return wish == null ? answer(message, turn) : wish;
  }

  /// Every part of a question has to be answered; one answer may do for all.
  private static @Nullable Said inParts(Shelf shelf, Answers answers, String message, Found found) {
    List<String> parts = new ArrayList<>();
    for (String part : questions(message)) {
      Found own = shelf.finder.find(part);
      boolean asks = Reading.terms(part, own.rest()).stream().anyMatch(Term::required);
      if (asks && ASKING.matcher(part).find()) parts.add(part);
    }
    if (parts.stream().anyMatch(part -> !aside(part))) parts.removeIf(Counter::aside);
    Said whole = parts.size() < 2 ? answers.answer(message, found) : null;
    if (whole != null || parts.isEmpty()) return whole;
    Said all = null;
    for (String part : parts) {
      Found own = shelf.finder.find(part);
      Found about = own.nothing() ? new Found(found.skus(), Normal.text(part), found.named()) : own;
      Said said = answers.answer(part, about);
      if (said == null) return answers.answer(message, found);
      all = all == null ? said : all.and(said);
    }
    return all;
  }

  /// The clauses of a message; where some of its sentences end with a question mark, only theirs.
  private static List<String> questions(String message) {
    var asked = new ArrayList<String>();
    for (String sentence : SENTENCES.split(message)) {
      if (MARKED.matcher(sentence).find()) asked.add(sentence);
    }
    return List.of(CLAUSES.split(asked.isEmpty() ? message : String.join("\n", asked)));
  }

  /// The asker's own circumstances, told along with the question: 我后备箱小, 我一个人拎得动不.
  private static boolean aside(String part) {
    return ASIDE.matcher(part.strip()).find()
        && Reading.notions(Normal.text(part)).stream().noneMatch(Columns::isAttribute);
  }

  /// "And the small one?": what was asked before is asked again of what is named now.
  private static @Nullable Said followed(
      Shelf shelf, Answers answers, String message, Turn turn, Found found) {
    String before = lastAsked(turn);
    if (before.isEmpty()) return null;
    boolean follows = FOLLOWS.matcher(message.strip()).find() || message.length() < 16;
    if (!follows) return null;
    Found now = shelf.finder.find(message);
    Found about = now.nothing() ? found : now;
    String both = before + ", " + message;
    String rest = shelf.finder.find(before).rest() + ", " + now.rest();
    return answers.answer(both, new Found(about.skus(), rest, !about.nothing()));
  }

  /// Whether a few words ask on about what was spoken of before.
  boolean followsUp(String message, Turn turn) {
    return !turn.history().isEmpty() && FOLLOWS.matcher(message.strip()).find();
  }

  static boolean asks(String message) {
    return ASKING.matcher(message).find();
  }

  static String lastAsked(Turn turn) {
    return turn.history().reversed().stream()
        .filter(said -> !said.byUs())
        .map(Turn.Said::text)
        .findFirst()
        .orElse("");
  }

  /// What is not known; with the card of the product where that was all that was understood.
  private Outcome unknown(@Nullable Said card, String message, String language) {
    String unknown = words.say(language, "unknown");
    Told told =
        card == null ? Told.of(unknown) : new Told(card.text() + "\n" + unknown, card.facts());
    return toPerson(told, message);
  }

  private static Outcome toPerson(Told told, String message) {
    return new Outcome.ToPerson(told, new Outcome.Wish("question", message, false));
  }

  /// What the shop's rules say about a subject.
  @Nullable Said rule(String subject, String language, LocalDate day) {
    return new Answers(shelf(day), words, language)
        .answer(subject, new Found(List.of(), Normal.text(subject), false));
  }

  /// The rule that goes with a grievance, if the shop has one.
  @Nullable Said grievance(String message, String language, LocalDate day) {
    List<Term> terms =
        Reading.terms(message, " ").stream()
            .filter(term -> term.notion() && RULED.contains(term.key()))
            .toList();
    if (terms.isEmpty()) return null;
    var asked = new ArrayList<Term>();
    for (Term term : terms)
      asked.add(
          new Term(term.key(), term.said(), true, false, false, false, term.start(), term.end()));
    Shelf shelf = shelf(day);
    Set<String> keys = new LinkedHashSet<>();
    asked.forEach(term -> keys.add(term.key()));
    List<Line> lines =
        shelf.knowledge.stream().filter(line -> keys.stream().anyMatch(line::has)).toList();
    List<Line> headed =
        lines.stream()
            .filter(line -> keys.stream().anyMatch(key -> line.has("title:" + key)))
            .toList();
    if (!headed.isEmpty()) lines = headed;
    Evidence.Pick pick = new Evidence(shelf, language).best(lines, asked, List.of());
    return pick == null ? null : new Answers(shelf, words, language).rule(pick.line(), asked);
  }
}
