package shopcrew.roles.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers in English words: two hundred and fifty, a dozen, half a dozen, a couple of.
final class EnglishNumbers {
  record Found(int start, int end, long value) {}

  private static final List<String> ONES =
      List.of(
          """
          zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
          fifteen sixteen seventeen eighteen nineteen\
          """
              .split("\\s+"));
  private static final List<String> TENS =
      List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final Map<String, Long> TIMES =
      Map.of(
          "hundred",
          100L,
          "hundreds",
          100L,
          "thousand",
          1000L,
          "thousands",
          1000L,
          "dozen",
          12L,
          "dozens",
          12L);
  private static final Pattern WORD = Pattern.compile("(?<![a-z0-9])[a-z]+(?![a-z0-9'])");

  private EnglishNumbers() {}

  static List<Found> in(String text) {
    List<String> words = new ArrayList<>();
    List<int[]> spots = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
      spots.add(new int[] {word.start(), word.end()});
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int next = read(text, words, spots, i, found);
      i = Math.max(next, i + 1);
    }
    return found;
  }

  private static int read(
      String text, List<String> words, List<int[]> spots, int from, List<Found> found) {
    long total = 0;
    long part = 0;
    boolean any = false;
    int i = from;
    int last = from;
    for (; i < words.size() && (i == from || joined(text, spots, i)); i++) {
      String word = words.get(i);
      Long value = value(word);
      Long times = TIMES.get(word);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      if (value != null) {
        if (any && part % 100 != 0 && !(part % 10 == 0 && value < 10)) {
          break;
        }
        part += value;
      } else if (times != null) {
        part = Math.max(part, 1) * times;
        if (times == 1000) {
          total += part;
          part = 0;
        }
      } else if (word.equals("couple") && !TIMES.containsKey(next)) {
        part += 2;
        if (next.equals("of")) {
          i++;
        }
      } else if (word.equals("half") && next.equals("a") && third(words, i).equals("dozen")) {
        found.add(new Found(spots.get(i)[0], spots.get(i + 2)[1], 6));
        return i + 3;
      } else if (skips(word, next, any)) {
        continue;
      } else {
        break;
      }
      any = true;
      last = i;
    }
    if (any) {
      found.add(
          new Found(
              spots.get(from)[0], spots.get(Math.min(last, spots.size() - 1))[1], total + part));
    }
    return any ? last + 1 : from + 1;
  }

  private static @Nullable Long value(String word) {
    int one = ONES.indexOf(word);
    int ten = TENS.indexOf(word);
    return one > 0 ? Long.valueOf(one) : ten > 0 ? Long.valueOf(10L * ten) : null;
  }

  private static boolean skips(String word, String next, boolean any) {
    return switch (word) {
      case "a", "an" -> !any && (TIMES.containsKey(next) || next.equals("couple"));
      case "and" -> any && value(next) != null;
      default -> false;
    };
  }

  private static String third(List<String> words, int i) {
    return i + 2 < words.size() ? words.get(i + 2) : "";
  }

  private static boolean joined(String text, List<int[]> spots, int i) {
    String between = text.substring(spots.get(i - 1)[1], spots.get(i)[0]);
    return between.equals(" ") || between.equals("-");
  }
}
