package shopcrew.roles.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/// All days named in a text, in order; where two readings overlap the longer one stands.
final class Mentions {
  private Mentions() {}

  static List<Mention> in(String text, LocalDate today, Mention.Side side) {
    List<Mention> all = new ArrayList<>();
    Matcher holiday = Holidays.NAMES.matcher(text);
    while (holiday.find()) {
      holiday(holiday, today, side, all);
    }
    ChineseDays.find(text, today, side, all);
    EnglishDays.find(text, today, side, all);
    all.sort(
        Comparator.comparingInt((Mention m) -> m.start() - m.end()).thenComparing(Mention::start));
    List<Mention> kept = new ArrayList<>();
    for (Mention mention : all) {
      if (kept.stream().noneMatch(k -> k.start() < mention.end() && mention.start() < k.end())) {
        kept.add(mention);
      }
    }
    kept.sort(Comparator.comparingInt(Mention::start));
    return kept;
  }

  private static void holiday(
      Matcher found, LocalDate today, Mention.Side side, List<Mention> all) {
    int step = side == Mention.Side.COMING ? 1 : -1;
    for (int year = today.getYear(), tries = 0; tries < 2; tries++, year += step) {
      LocalDate[] span = Holidays.in(year, found.group());
      boolean right =
          span != null && (step > 0 ? !span[1].isBefore(today) : !span[0].isAfter(today));
      if (right && span != null) {
        all.add(new Mention(found.start(), found.end(), span[0], span[1]));
        return;
      }
    }
  }
}
