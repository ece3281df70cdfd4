package shopcrew.roles.customerservice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.roles.words.Digits;
import shopcrew.roles.words.Normal;

/// Whether two answers to the same question cannot both be right: other figures of the same kind,
/// or
/// a yes against a no.
public final class Contradiction {
  private static final Pattern FIGURE =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s*(个工作日|工作日|天|小时|分钟|个月|周|年|元|块|%|kg|公斤|斤|cm|厘米|ml|毫升|升|件|个|点"
              + "|days?|hours?|minutes?|weeks?|months?|years?|yuan|cny|rmb|pieces?|pcs)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern MONEY =
      Pattern.compile("(?:¥|\\b(?:cny|rmb))\\s*(\\d+(?:\\.\\d+)?)");
  private static final Pattern NO =
      Pattern.compile(
          "不(?!错|好意思|客气|过|同|只|仅|但|用谢)|没有?+(?!问题|关系|使用|用过|用的|拆|洗|穿|开封|损坏)|无法|无货|\\bnot\\b|n't\\b|\\bcannot\\b|\\bno\\b(?!"
              + " problem)");

  private Contradiction() {}

  public static boolean between(String one, String other) {
    String ours = Normal.text(Digits.of(one));
    String theirs = Normal.text(Digits.of(other));
    return figures(ours, theirs) || denies(ours, theirs);
  }

  /// Whether a person said the same in other words.
  ///
  /// @param ours what the team would have said
  public static boolean same(String ours, String theirs) {
    if (between(ours, theirs)) return false;
    Set<String> known = numbers(ours);
    Set<String> said = numbers(theirs);
    return !said.isEmpty() && known.containsAll(said) || Likeness.alike(ours, theirs);
  }

  private static Set<String> numbers(String text) {
    var numbers = new HashSet<String>();
    Matcher number = NUMBER.matcher(Normal.text(text));
    while (number.find()) numbers.add(plain(number.group()));
    return numbers;
  }

  /// The same kind of figure in both, and none of them the same.
  private static boolean figures(String one, String other) {
    Map<String, Set<String>> ours = of(one);
    for (var figure : of(other).entrySet()) {
      Set<String> known = ours.get(figure.getKey());
      if (known != null && known.stream().noneMatch(figure.getValue()::contains)) return true;
    }
    return false;
  }

  private static boolean denies(String one, String other) {
    if (NO.matcher(one).find() == NO.matcher(other).find()) return false;
    return Reading.notions(one).stream().anyMatch(Reading.notions(other)::contains);
  }

  private static Map<String, Set<String>> of(String text) {
    var figures = new HashMap<String, Set<String>>();
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) add(figures, kind(figure.group(2)), figure.group(1));
    Matcher money = MONEY.matcher(text);
    while (money.find()) add(figures, "yuan", money.group(1));
    return figures;
  }

  private static void add(Map<String, Set<String>> figures, String kind, String value) {
    if (kind.equals("piece") && value.equals("1")) return; // "82 for one"
    figures.computeIfAbsent(kind, _ -> new HashSet<>()).add(plain(value));
  }

  private static String plain(String value) {
    return value.contains(".") ? value.replaceAll("0+$", "").replaceAll("\\.$", "") : value;
  }

  private static String kind(String unit) {
    return switch (unit) {
      case "元", "块", "cny", "rmb" -> "yuan";
      case "个工作日", "工作日", "天", "day", "days" -> "day";
      case "小时", "点", "hour", "hours" -> "hour";
      case "个月", "month", "months" -> "month";
      case "年", "year", "years" -> "year";
      case "公斤" -> "kg";
      case "厘米" -> "cm";
      case "毫升" -> "ml";
      case "件", "个", "piece", "pieces", "pcs" -> "piece";
      default -> unit;
    };
  }
}
