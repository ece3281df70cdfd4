package shopcrew.roles.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopcrew.prompts.Learnt;
import shopcrew.prompts.Phrase;
import shopcrew.roles.catalogue.Lexicon;

/// Tells what a message wants, by the wordings of `phrases.yaml`. A pattern that matches settles
/// it; otherwise the wordings vote. Adding a wording teaches the team.
public final class Phrases {
  private static final int REMEMBERED = 256;

  private final List<Phrase> phrases;
  private final @Nullable Lexicon also;
  private final Classifier classifier;
  private final Map<String, List<Match>> lately = Collections.synchronizedMap(new Few<>());

  /// @param score the likelihood by the wordings, plus one where a pattern matched
  public record Match(Phrase phrase, double score) {}

  /// @param name of a role's folder, or of a tool
  /// @param score the likelihoods of all its phrases together, plus one where a pattern matched
  public record Fit(String name, double score) {}

  private Phrases(List<Phrase> phrases, @Nullable Lexicon also, Classifier classifier) {
    this.phrases = List.copyOf(phrases);
    this.also = also;
    this.classifier = classifier;
  }

  /// Learns the wordings, which takes a second or two.
  public Phrases(List<Phrase> phrases) {
    this(phrases, null);
  }

  /// @param also a list of words whose notions help to tell
  public Phrases(List<Phrase> phrases, @Nullable Lexicon also) {
    this(phrases, also, trained(phrases, also));
  }

  /// The same as if they were learnt now: the build has learnt them before, and put down what came
  /// of it under that name. Wordings that are not those of the build are learnt anew.
  public static Phrases of(List<Phrase> phrases, String name) {
    return of(phrases, null, name);
  }

  public static Phrases of(List<Phrase> phrases, @Nullable Lexicon also, String name) {
    long mark = mark(phrases);
    return Learnt.find(name)
        .filter(learnt -> learnt.mark() == mark)
        .map(learnt -> new Phrases(phrases, also, new Classifier(learnt, phrases.size())))
        .orElseGet(() -> new Phrases(phrases, also));
  }

  /// To be put down by the build.
  public Learnt learnt() {
    return classifier.learnt(mark(phrases));
  }

  /// Of all that is learnt from: an order of characters that another text does not have by chance.
  private static long mark(List<Phrase> phrases) {
    long mark = 1125899906842597L;
    for (Phrase phrase : phrases) {
      for (String wording : phrase.wordings()) {
        for (int i = 0; i < wording.length(); i++) mark = 31 * mark + wording.charAt(i);
        mark = 31 * mark + '\n';
      }
      mark = 31 * mark + phrase.intent().hashCode();
    }
    return mark;
  }

  private static Classifier trained(List<Phrase> phrases, @Nullable Lexicon also) {
    var examples = new ArrayList<Classifier.Example>();
    for (int i = 0; i < phrases.size(); i++) {
      for (String wording : phrases.get(i).wordings()) {
        examples.add(new Classifier.Example(Features.of(wording, also), i));
      }
    }
    return new Classifier(examples, phrases.size());
  }

  public Match best(String text) {
    return best(text, phrase -> true);
  }

  public Match best(String text, Predicate<Phrase> among) {
    return ranked(text).stream()
        .filter(match -> among.test(match.phrase()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no phrase to choose from"));
  }

  /// The tool that serves a message, by all its phrases together.
  ///
  /// @param among the tools that there are
  public Fit bestTool(String text, Predicate<String> among) {
    return sums(text, Phrase::tool)
        .filter(sum -> among.test(sum.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no phrase to choose from"));
  }

  /// Whether a pattern of one of the tool's phrases matches.
  public boolean settles(String text, String tool) {
    return ranked(text).stream()
        .anyMatch(match -> match.score() > 1 && match.phrase().tool().equals(tool));
  }

  /// The role whose work a message is.
  public Fit bestRole(String text) {
    return sums(text, Phrase::role)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no phrase to choose from"));
  }

  /// The likeliest first. A pattern that matched counts once.
  private Stream<Fit> sums(String text, Function<Phrase, String> of) {
    var sums = new LinkedHashMap<String, Double>();
    var settled = new HashSet<String>();
    for (Match match : ranked(text)) {
      String name = of.apply(match.phrase());
      boolean first = match.score() > 1 && settled.add(name);
      double score = match.score() > 1 && !first ? match.score() - 1 : match.score();
      sums.merge(name, score, Double::sum);
    }
    return sums.entrySet().stream()
        .map(sum -> new Fit(sum.getKey(), sum.getValue()))
        .sorted(Comparator.comparingDouble(Fit::score).reversed());
  }

  /// All phrases, the likeliest first. The same text is asked about several times on its way.
  public List<Match> ranked(String text) {
    List<Match> known = lately.get(text);
    if (known != null) return known;
    List<Match> ranked = List.copyOf(rank(text));
    lately.put(text, ranked);
    return ranked;
  }

  private List<Match> rank(String text) {
    Set<String> features = Features.of(text, also);
    double[] likelihoods = classifier.likelihoods(features);
    var matches = new ArrayList<Match>();
    for (int i = 0; i < phrases.size(); i++) {
      boolean settled =
          phrases.get(i).patterns().stream().anyMatch(pattern -> pattern.matcher(text).find());
      matches.add(new Match(phrases.get(i), likelihoods[i] + (settled ? 1 : 0)));
    }
    matches.sort(Comparator.comparingDouble(Match::score).reversed());
    return matches;
  }

  /// The newest texts.
  private static final class Few<T> extends LinkedHashMap<String, T> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
      return size() > REMEMBERED;
    }
  }
}
