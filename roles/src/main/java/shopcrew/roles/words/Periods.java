package shopcrew.roles.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.words.Period.Unit;

/// How long something shall run, as owners say it. "到周日" runs to the coming Sunday, which is today
// when
/// today is a Sunday; "到下周五" to the Friday of next week; "这个月", "本周" from today to their last day.
public final class Periods {
  private static final String N =
      "(?:\\d{1,4}|半|[一两二三四五六七八九十百]{1,5}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty)";
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?<![\\da-z.第一二三四五六七八九])(?:for (?:the )?(?:next )?|another |接下来的?|未来)?(?<n>"
              + N
              + ")(?<semi>个半)?[\\s-]?(?:个)?(?:"
              + "(?<day>天(?!猫|线)|日(?!均|期|常|预算|限|上限)|days?\\b)|(?<week>周(?![一二三四五六日天末年边])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|weeks?\\b|wks?\\b)"
              + "|(?<fortnight>fortnights?\\b)|(?<month>月(?!份|底|初|末|\\d)|months?\\b)|(?<year>年(?!\\d|底|前)|years?\\b))(?<half>半)?");
  private static final Pattern PAST_BEFORE =
      Pattern.compile("(?:近|过去|最近|前|last|past|previous|every|each|within the last)\\s?$");
  private static final Pattern PAST_AFTER =
      Pattern.compile("\\G\\s?(?:前|以前|之前|多?没|未|不|ago\\b|没有|里没|内没|of stock|old\\b|的?账期)");
  private static final Pattern RUN_BEFORE =
      Pattern.compile(
          "(?:投|跑|开|推|做|放|挂|搞|发|送|run|for|for the|有效|有效期|期限|持续|连续|valid|lasts?|:)\\s?$");
  private static final Pattern UNTIL =
      Pattern.compile(
          "(?:到|至|截止到?|截至|直到|until|till|til|through|thru|to|up to|ending|ends?|ends on|by"
              + " the|through the|until the|till the|expires?(?: on)?|valid until|-|~)\\s?$");
  private static final Pattern UNTIL_AFTER =
      Pattern.compile("\\G\\s?(?:之?前(?:有效|用|可用|使用|花完|结束)|为止|截止|到期|结束|失效|作废)");
  private static final Pattern FROM =
      Pattern.compile(
          "(?:从|自|from|starting|starting on|starting from|start|beginning|since|as of|起)\\s?$");
  private static final Pattern FROM_AFTER =
      Pattern.compile("\\G\\s?(?:开始|起|(?=[一1]天)|开跑|开投|开推|上线|开播)");
  private static final Pattern TO =
      Pattern.compile("\\s?(?:开始|起)?\\s?(?:到|至|-|~|to|through|until|till|thru)\\s?");
  private static final Pattern ONLY =
      Pattern.compile("(?:就|只|仅|only|just)\\s?(?:在|投|跑|on|for)?\\s?$");
  private static final Pattern ONLY_AFTER = Pattern.compile("\\G\\s?(?:一天|当天|就行|only|alone)");
  private static final Pattern OPEN =
      Pattern.compile(
          "(?<day>每[天日]|天天|日预算|一直|长期|持续|daily|every ?day|(?:a|per)"
              + " day|/\\s?[天日]|/\\s?day|一天)|(?<week>每(?:个)?(?:周|星期)|weekly|(?:a|per|every)"
              + " week)|(?<month>每个?月|monthly|(?:a|per|every) month)");

  private Periods() {}

  public static Optional<Period> in(String typed, LocalDate today) {
    String text = Normal.text(typed);
    List<Mention> days = Mentions.in(text, today, Mention.Side.COMING);
    Period named = named(text, days, today);
    if (named != null) {
      return Optional.of(named);
    }
    LocalDate start = start(text, days);
    Period length = length(text, start);
    if (length != null) {
      return Optional.of(length);
    }
    if (start != null) {
      return Optional.of(Period.open(Unit.DAY, start));
    }
    Period span = span(text, days, today);
    if (span != null) {
      return Optional.of(span);
    }
    Matcher open = OPEN.matcher(text);
    if (!open.find()) {
      return Optional.empty();
    }
    Unit unit =
        open.group("day") != null ? Unit.DAY : open.group("week") != null ? Unit.WEEK : Unit.MONTH;
    return Optional.of(Period.open(unit, null));
  }

  /// The period said, or else the day or feast that is named and still to come ("六一怎么搞").
  public static Optional<Period> about(String typed, LocalDate today) {
    Optional<Period> said = in(typed, today).filter(period -> period.count() > 0);
    return said.isPresent()
        ? said
        : Mentions.in(Normal.text(typed), today, Mention.Side.COMING).stream()
            .filter(day -> !day.first().isBefore(today))
            .map(day -> Period.between(day.first(), day.last()))
            .findFirst();
  }

  /// Two days with 到 between them, or one with 到 before it.
  private static @Nullable Period named(String text, List<Mention> days, LocalDate today) {
    for (int i = 0; i + 1 < days.size(); i++) {
      Mention a = days.get(i);
      Mention b = days.get(i + 1);
      String between = text.substring(a.end(), b.start());
      boolean next =
          a.last().plusDays(1).equals(b.first()) && between.matches("\\s?[,和跟及]?\\s?(?:and )?");
      if (next || TO.matcher(between).matches()) {
        LocalDate first = a.first();
        LocalDate last = b.last();
        if (last.isBefore(first)) {
          last =
              first.isAfter(today.plusMonths(6))
                  ? last
                  : first.plusDays((last.toEpochDay() - first.toEpochDay()) % 7 + 7);
        }
        return last.isBefore(first) ? Period.between(today, last) : Period.between(first, last);
      }
    }
    for (Mention day : days) {
      if ((UNTIL.matcher(text.substring(0, day.start())).find()
              || UNTIL_AFTER.matcher(text).find(day.end()))
          && !day.last().isBefore(today)) {
        LocalDate start = start(text, days);
        return Period.between(
            start == null || start.isAfter(day.last()) ? today : start, day.last());
      }
    }
    return null;
  }

  private static @Nullable LocalDate start(String text, List<Mention> days) {
    for (Mention day : days) {
      boolean before = FROM.matcher(text.substring(0, day.start())).find();
      if (before || FROM_AFTER.matcher(text).find(day.end())) {
        return day.first();
      }
    }
    return null;
  }

  private static @Nullable Period length(String text, @Nullable LocalDate start) {
    Matcher m = LENGTH.matcher(text);
    while (m.find()) {
      boolean runs =
          RUN_BEFORE.matcher(text.substring(0, m.start("n"))).find() || m.start("n") > m.start();
      boolean one = m.group("n").matches("一|1|an?|one");
      boolean rate = one && !runs && rate(text, m);
      boolean past =
          PAST_BEFORE.matcher(text.substring(0, m.start())).find()
              || PAST_AFTER.matcher(text).find(m.end());
      if (rate || past) {
        continue;
      }
      Period exact = text.startsWith("(", m.end()) ? length(text.substring(m.end()), start) : null;
      return exact == null ? read(m, start) : exact;
    }
    return null;
  }

  private static boolean rate(String text, Matcher m) {
    String before = text.substring(0, m.start()).stripTrailing();
    boolean amountBefore = before.matches(".*(?:[\\d块元钱十百千万$€¥k]|yuan|rmb|bucks|dollars|of)");
    boolean amountAfter =
        text.substring(m.end())
            .matches(
                "\\s?(?:加到|提到|改到|改成|调到|降到|再|多|追加|先|投|花|给|我|帮|它|咱|最多|只|大概|就|预算|上|加|跑)*\\s?(?:[¥$€\\d]|[一二两三四五六七八九十几][百千万十块]?).*");
    return amountBefore || amountAfter;
  }

  private static Period read(Matcher m, @Nullable LocalDate start) {
    String word = m.group("n");
    int count =
        word.matches("an?")
            ? 1
            : word.matches("[a-z]+")
                ? (int) EnglishNumbers.in(word).getFirst().value()
                : Numerals.small(word);
    boolean plus = m.group("semi") != null || m.group("half") != null;
    if (word.equals("半")) {
      return m.group("year") != null
          ? Period.lasting(Unit.MONTH, 6, start)
          : Period.lasting(
              Unit.DAY, m.group("month") != null ? 15 : m.group("week") != null ? 4 : 1, start);
    }
    if (m.group("day") != null) {
      return Period.lasting(Unit.DAY, count, start);
    }
    if (m.group("fortnight") != null) {
      return Period.lasting(Unit.WEEK, 2 * count, start);
    }
    if (m.group("week") != null) {
      return Period.lasting(Unit.WEEK, count, start);
    }
    if (m.group("month") != null) {
      return plus
          ? Period.lasting(Unit.DAY, 30 * count + 15, start)
          : Period.lasting(Unit.MONTH, count, start);
    }
    return plus
        ? Period.lasting(Unit.MONTH, 12 * count + 6, start)
        : Period.lasting(Unit.YEAR, count, start);
  }

  /// "这个月", "本周", "周末", "下周", "国庆": the span itself; one day only when it is said to be the only
  // one.
  private static @Nullable Period span(String text, List<Mention> days, LocalDate today) {
    for (Mention day : days) {
      boolean one = day.first().equals(day.last());
      boolean only =
          ONLY.matcher(text.substring(0, day.start())).find()
              || ONLY_AFTER.matcher(text).find(day.end());
      if (day.last().isBefore(today) || one && !only) {
        continue;
      }
      return Period.between(day.first().isBefore(today) ? today : day.first(), day.last());
    }
    return null;
  }
}
