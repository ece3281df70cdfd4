package shopcrew.roles.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.roles.words.Amount.Per;

/// Tells "30 a day", "每天30", "一天三十", "每条5分" and "单价9块9" from sums for everything together.
final class Rates {
  private static final String PIECES = "条|个|台|件|张|人|单|箱|套|只|双|份|次|位|瓶|包|把|卷|盒|封|篇";
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?<day>每天|每日|一天|1天|日均|日预算|单日|天天|daily|(?:a|per|each|every) day)"
              + "|(?<week>每周|每星期|每个星期|每个?礼拜|一周|一个?星期|周预算|weekly|(?:a|per|each|every) week)"
              + "|(?<month>每个?月|一个?月|月预算|monthly|(?:a|per|each|every) month)"
              + "|(?<year>每年|一年|yearly|(?:a|per|each|every) year)"
              + "|(?<piece>每一?(?:"
              + PIECES
              + ")|一(?:张|条|个|台|件|只|双|份|箱|套|瓶|单|位|人)|单价|单张|面额|面值|人均|apiece|each|per"
              + " (?:piece|unit|item|order|message)))"
              + "(?:预算|加到|改成|改到|提到|降到|调到|加|再|多|追加|续|先|投|花|给|我|帮|它|咱|上|就|只|大概|大约|最多|不超过|放|出|砸|烧|budget|spend|limit|限额|of|by|at|to|about|is|as|up|max|under|[:=,]|\\s)*$");
  private static final Pattern AFTER =
      Pattern.compile(
          "\\G\\s?(?:的)?(?:(?<day>/\\s?(?:天|日|day|d\\b)|每?一天|每天|每日|日预算|daily|(?:a|an|per|each|every)"
              + " day)|(?<week>/\\s?(?:周|week|wk)|每?一?周(?![一二三四五六日天末年])|每?一?个?星期(?![一二三四五六日天])|weekly|(?:a|per|each|every)"
              + " week)|(?<month>/\\s?(?:月|month)|每?一个月|每个?月|一月(?!份)|monthly|(?:a|per|each|every)"
              + " month)|(?<year>/\\s?(?:年|year)|每?一年|每年|yearly|(?:a|per|each|every) year)"
              + "|(?<piece>/\\s?(?:"
              + PIECES
              + "|pcs?|piece|unit|each|ea)|[每一](?:"
              + PIECES
              + ")|each\\b|apiece|ea\\b|(?:a|per)"
              + " (?:piece|unit|item|box|order|message|head|person)))");
  private static final Pattern FOR_ONE =
      Pattern.compile("\\G\\s?(?:一天|一周|一个星期|一个月|一年)(?=\\s?(?:[,.;!?]|$))");
  private static final Pattern VERB =
      Pattern.compile("(?:投|跑|开|推|做|放)\\s?(?:一天|1天|一周|一个?星期|一个?月|一年)$");

  private Rates() {}

  static Per of(String text, int start, int end) {
    Matcher after = AFTER.matcher(text);
    if (after.find(end)) {
      return per(after);
    }
    String prefix = text.substring(Math.max(0, start - 24), start);
    Matcher before = BEFORE.matcher(prefix);
    if (before.find() && !VERB.matcher(prefix.stripTrailing()).find()) {
      return per(before);
    }
    return Per.TOTAL;
  }

  /// Whether a period of one ("一天", "一个月", "a week") right after an amount is its rate.
  static boolean rateAfter(String text, int end) {
    return AFTER.matcher(text).find(end) || FOR_ONE.matcher(text).find(end);
  }

  private static Per per(Matcher m) {
    return m.group("day") != null
        ? Per.DAY
        : m.group("week") != null
            ? Per.WEEK
            : m.group("month") != null ? Per.MONTH : m.group("year") != null ? Per.YEAR : Per.PIECE;
  }
}
