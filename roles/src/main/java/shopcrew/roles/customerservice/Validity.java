package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.words.Period;
import shopcrew.roles.words.Periods;

/// For which days a rule holds, where its teller says so at its end or its beginning: "…，到12月31日
/// 有效", "… until 31 December", "从12月1日起，…". Days inside of the rule are what it is about.
///
/// @param rule the rule without them
record Validity(String rule, @Nullable LocalDate from, @Nullable LocalDate until) {
  private static final String MONTH =
      "(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
          + "(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?";
  private static final Pattern END =
      Pattern.compile(
          "[\\s，,。；;（(]+([^，,。；;（）()]{2,36}?(?:都?有效|为止|失效|作废|到期))[)）。.]*$"
              + "|((?:截止到?|截至|到|至)[^，,。；;（）()]{2,24}?(?:都?有效|为止|失效|作废|到期))[)）。.]*$"
              + "|[\\s，,。；;（(]*(有效期?(?:是|为|:|：)?(?:到|至|截止到?|截至)?[^，,。；;（）()]{2,30})[)）。.]*$"
              + "|[\\s，,。；;（(]+((?:截止到?|截至|只?到)[^，,。；;（）()]{2,16})[)）。.]*$"
              + "|[\\s,;(]*\\b((?:valid )?(?:(?:from|starting) "
              + MONTH
              + " )?(?:until|till|through|valid to) [^,;()]{3,30}?)[).]*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern START =
      Pattern.compile(
          "^((?:从|自)?[^，,。：:]{2,14}(?:起|开始))[，,：:\\s]+"
              + "|^((?:from|starting|as of) [^,]{3,24}),\\s*"
              + "|[\\s，,]+((?:从|自)[^，,。]{2,14}(?:起|开始)(?:有效|生效|执行)?)。?$",
          Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST = 4;

  static Validity of(String said, LocalDate today) {
    String rule = said.strip();
    LocalDate from = null;
    LocalDate until = null;
    Matcher end = END.matcher(rule);
    if (end.find() && end.start() >= SHORTEST) {
      Optional<Period> period = Periods.in(group(end), today);
      if (period.isPresent() && period.get().endGiven()) {
        LocalDate start = period.get().start();
        from = start != null && start.isAfter(today) ? start : null;
        until = period.get().lastDay(today);
        rule = rule.substring(0, end.start()).strip();
      }
    }
    Matcher start = START.matcher(rule);
    if (start.find() && rule.length() - start.group().length() >= SHORTEST) {
      Period period = Periods.in(group(start), today).orElse(null);
      LocalDate first = period == null ? null : period.start();
      if (first != null && first.isAfter(today)) {
        from = first;
        rule = (rule.substring(0, start.start()) + rule.substring(start.end())).strip();
      }
    }
    return new Validity(rule, from, until);
  }

  private static String group(Matcher found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) return found.group(i);
    }
    return found.group();
  }
}
