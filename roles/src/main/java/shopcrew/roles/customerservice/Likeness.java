package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Normal;

/// Which questions ask the same thing: by the notions in them and the words that no list knows. The
/// same questions always make the same groups.
public final class Likeness {
  private static final double ALIKE = 0.5;
  private static final int NOTION = 2;
  private static final Pattern CODE = Pattern.compile("[a-z]{1,6}(?:-[a-z]{1,6})?-?\\d{2,6}");

  private Likeness() {}

  public static boolean alike(String one, String other) {
    return alike(Asked.of(one), Asked.of(other));
  }

  /// The places of those that ask the same, the largest group first, then the oldest.
  public static List<List<Integer>> groups(List<String> questions) {
    List<Asked> asked = questions.stream().map(Asked::of).toList();
    var groups = new ArrayList<List<Integer>>();
    for (int i = 0; i < asked.size(); i++) {
      Asked question = asked.get(i);
      groups.stream()
          .filter(group -> group.stream().anyMatch(at -> alike(question, asked.get(at))))
          .findFirst()
          .orElseGet(
              () -> {
                var fresh = new ArrayList<Integer>();
                groups.add(fresh);
                return fresh;
              })
          .add(i);
    }
    groups.sort(Comparator.comparingInt((List<Integer> group) -> -group.size()));
    return groups;
  }

  private static boolean alike(Asked one, Asked other) {
    if (apart(one.things, other.things) || apart(one.codes, other.codes)) return false;
    int all = weight(one.keys) + weight(other.keys);
    if (all == 0) return one.normal.equals(other.normal);
    var both = new LinkedHashSet<>(one.keys);
    both.retainAll(other.keys);
    return 2.0 * weight(both) / all >= ALIKE;
  }

  private static boolean apart(Set<String> some, Set<String> others) {
    return !some.isEmpty() && !others.isEmpty() && some.stream().noneMatch(others::contains);
  }

  private static int weight(Set<String> keys) {
    return keys.stream().mapToInt(key -> key.startsWith("#") ? NOTION : 1).sum();
  }

  /// @param things what the question is about: a cup and a vase are not alike
  private record Asked(String normal, Set<String> keys, Set<String> things, Set<String> codes) {
    private static Asked of(String question) {
      String normal = Normal.text(question);
      var keys = new LinkedHashSet<String>();
      for (Term term : Reading.terms(question, " ")) {
        if (term.notion()) keys.add("#" + term.key());
        else if (Reading.wordless(term.key().charAt(0))) pairs(term.key(), keys);
        else keys.add(term.key());
      }
      var codes = new LinkedHashSet<String>();
      Matcher code = CODE.matcher(normal);
      while (code.find()) codes.add(code.group());
      Set<String> things = new LinkedHashSet<>(Lexicon.GOODS.notions(normal));
      things.removeAll(Reading.LOOKS);
      return new Asked(normal, keys, things, codes);
    }

    private static void pairs(String run, Set<String> keys) {
      if (run.length() == 1) keys.add(run);
      for (int i = 0; i + 1 < run.length(); i++) keys.add(run.substring(i, i + 2));
    }
  }
}
