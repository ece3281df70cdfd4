package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.roles.words.Digits;

/// The numbers of a statement by what they count. Days of the calendar count nothing.
final class Figures {
  private static final String MONEY = "money";
  private static final Map<String, String> UNITS = new HashMap<>();

  static {
    units("day", "个工作日", "工作日", "working day", "business day", "天", "day");
    units("hour", "个小时", "小时", "hour");
    units("week", "周", "week");
    units("month", "个月", "month");
    units("year", "年", "year");
    units("percent", "%");
    units("fold", "折");
    units(MONEY, "元", "块", "yuan", "cny", "rmb", "usd");
    units("weight", "公斤", "千克", "kg");
    units("length", "厘米", "cm");
    units("piece", "件", "个", "份", "套", "只", "台", "pcs", "piece");
    units("person", "人", "people");
    units("letter", "个字", "字", "character");
    units("age", "岁");
  }

  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?:19|20)\\d{2}[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2}日?)?|\\d{1,2}月(?:\\d{1,2}[日号]?)?|\\d{1,2}[日号]"
              + "|\\d{1,2}(?:st|nd|rd|th)?"
              + " (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (?:19|20)\\d{2})?");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?!\\d)");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(cny|rmb|usd|[¥$€])?\\s?(\\d{1,9}(?:\\.\\d{1,4})?)(?:\\s?[-~至到]\\s?(\\d{1,9}(?:\\.\\d{1,4})?))?[\\s-]?(个工作日|工作日|working"
              + " day|business day|天|day|个小时|小时|hour|周|week|个月|month|年|year|%|折|元|块|yuan|cny"
              + "|rmb|usd|公斤|千克|kg|厘米|cm|件|个字|个|份|套|只|台|pcs|piece|人|people|字|character|岁)?");

  /// After these a bare number is a sum: 满199包邮, 加20, free over 150.
  private static final Pattern SUM =
      Pattern.compile("(?:满|加|收|减|付|费|from|over|above|extra|add|plus|fee|of|costs?|is)\\s?$");

  private Figures() {}

  private static void units(String of, String... words) {
    for (String word : words) UNITS.put(word, of);
  }

  static Map<String, Set<BigDecimal>> in(String typed) {
    var figures = new LinkedHashMap<String, Set<BigDecimal>>();
    String text = THOUSANDS.matcher(Digits.of(typed)).replaceAll("");
    text = CALENDAR.matcher(text).replaceAll(" ");
    Matcher clock = CLOCK.matcher(text);
    while (clock.find()) add(figures, "clock", clock.group(1) + "." + clock.group(2));
    text = CLOCK.matcher(text).replaceAll(" ");
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      String unit = unit(figure, text);
      if (unit.isEmpty()) continue;
      add(figures, unit, figure.group(2));
      if (figure.group(3) != null) add(figures, unit, figure.group(3));
    }
    return figures;
  }

  private static String unit(Matcher figure, String text) {
    if (figure.group(1) != null) return MONEY;
    String after = figure.group(4);
    if (after != null) return UNITS.getOrDefault(after, "");
    return SUM.matcher(text.substring(0, figure.start(2))).find() ? MONEY : "";
  }

  private static void add(Map<String, Set<BigDecimal>> figures, String unit, String number) {
    figures
        .computeIfAbsent(unit, u -> new TreeSet<>())
        .add(new BigDecimal(number).stripTrailingZeros());
  }
}
