package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.prompts.Prompts;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Language;
import shopcrew.roles.words.Normal;

/// The same question in many wordings, made of the words by which the prompts know what is asked.
public final class Wordings {
  private static final int EACH = 5;
  private static final Map<?, ?> ATTRIBUTES = Prompts.terms("shared/attributes.yaml");
  private static final Map<?, ?> RULES = Prompts.terms("shared/topics.yaml");
  private static final Set<Language> OURS = Set.of(Language.EN, Language.UNKNOWN);
  private static final Pattern PRODUCT = Pattern.compile("products(?:\\.csv)?#([^.\\s]+).*");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,8}");
  private static final Pattern LATIN = Pattern.compile("[a-z][a-z' -]{3,30}");

  private Wordings() {}

  /// What customers ask for.
  ///
  /// @param sku of the product, or empty for a rule of the shop
  /// @param notion what of it
  public record Fact(String sku, String notion) {}

  /// What a question asked for, if its answer came of one product or of a rule alone.
  public static List<Fact> asked(String question, List<String> sources) {
    List<String> skus =
        sources.stream()
            .map(PRODUCT::matcher)
            .filter(Matcher::matches)
            .map(source -> source.group(1))
            .distinct()
            .toList();
    boolean rules = sources.stream().allMatch(source -> source.startsWith("knowledge"));
    var facts = new ArrayList<Fact>();
    for (String notion : Reading.notions(Normal.text(question))) {
      boolean attribute = ATTRIBUTES.containsKey(notion);
      if (attribute && skus.size() == 1) facts.add(new Fact(skus.getFirst(), notion));
      if (!attribute && rules && RULES.containsKey(notion)) facts.add(new Fact("", notion));
    }
    return facts;
  }

  /// Up to ten wordings: of a product five in Chinese and five in English; of a rule the question
  /// itself with other words for what it asks, since a word alone says too little.
  ///
  /// @param about the product, or null for a rule
  /// @param question as a customer put it
  public static List<String> of(Fact fact, @Nullable Listing about, String question) {
    Object known = (about == null ? RULES : ATTRIBUTES).get(fact.notion);
    Object words = known instanceof Map<?, ?> map ? map.get("words") : known;
    if (!(words instanceof Collection<?> all)) return List.of();
    var chinese = new ArrayList<String>();
    var english = new ArrayList<String>();
    for (Object one : all) {
      String word = one.toString();
      if (HAN.matcher(word).matches()) chinese.add(word);
      if (LATIN.matcher(word).matches() && OURS.contains(Language.of(word))) english.add(word);
    }
    if (about == null) return inPlace(fact.notion, Normal.text(question), chinese, english);
    var wordings = new ArrayList<String>();
    for (int i = 0; i < Math.min(EACH, chinese.size()); i++) {
      wordings.add(name(about, i, "zh") + " " + chinese.get(i) + "？");
    }
    for (int i = 0; i < Math.min(EACH, english.size()); i++) {
      wordings.add(name(about, i, "en") + " " + english.get(i) + "?");
    }
    return wordings;
  }

  private static List<String> inPlace(
      String notion, String question, List<String> chinese, List<String> english) {
    for (Lexicon.Span span : Lexicon.ASKED.spans(question)) {
      if (!span.notion().equals(notion)) continue;
      boolean han = Reading.wordless(question.charAt(span.start()));
      var wordings = new ArrayList<String>(List.of(question));
      (han ? chinese : english)
          .stream()
              .limit(2L * EACH - 1)
              .map(
                  word ->
                      question.substring(0, span.start()) + word + question.substring(span.end()))
              .filter(wording -> !wordings.contains(wording))
              .forEach(wordings::add);
      return wordings;
    }
    return List.of();
  }

  /// By its number and by its title in turns, as customers do.
  private static String name(Listing about, int turn, String language) {
    return turn % 2 == 0 ? about.sku() : about.title(language);
  }
}
