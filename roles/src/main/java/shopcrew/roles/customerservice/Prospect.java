package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopcrew.db.Listing;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.Dates;
import shopcrew.roles.words.Normal;

/// How much an asker looks like a buyer: what they need, how many, by when, for what money, and
/// whether the shop has it. Each sign counts by itself, so that an owner can check the sum.
///
/// @param signs by name, with the figure that was said
public record Prospect(Map<String, String> signs) {
  private static final Pattern OF = Pattern.compile("\\b(\\d{2,6}) (?:of|x)\\b");

  /// From here on a person should answer now.
  public static final int WARM = 5;

  private static final int SOON = 60;
  private static final int MANY = 10;
  private static final Pattern TRADE =
      Pattern.compile(
          "公司|单位|门店|批发|拿货|进货|代理|经销|酒店|民宿|餐厅|咖啡馆|茶室|幼儿园|学校|工程|项目|采购|开店|我们店|\\b(?:wholesale|distribut\\w+|resell\\w*|retailer|importer|hotel|cafe|café|restaurant|our"
              + " (?:shop|store|company)|company|buyer for|purchasing|bulk)\\b");
  private static final Pattern PRESSING =
      Pattern.compile(
          "急|尽快|赶紧|马上要|今天就|明天就?要|后天要|[这本下]周.{0,4}[前要用]|\\b(?:urgent|asap|as soon as possible|right"
              + " away|this week|next week|tomorrow)\\b");

  public static Prospect of(Turn turn, Outcome.Wish wish, List<Listing> meant, boolean regular) {
    var signs = new LinkedHashMap<String, String>();
    boolean buys = List.of("deal", "custom", "question").contains(wish.kind());
    if (!buys) return new Prospect(signs);
    String said =
        turn.history().stream()
            .filter(line -> !line.byUs())
            .map(Turn.Said::text)
            .collect(Collectors.joining("\n", "", "\n" + wish.summary()));
    String text = Normal.text(said);
    if (!wish.kind().equals("question")) signs.put("deal", "");
    long count =
        Stream.concat(
                Counts.in(said).stream().map(Count::value),
                OF.matcher(text).results().map(of -> Long.valueOf(of.group(1))))
            .max(Long::compare)
            .orElse(0L);
    if (count > 1) signs.put(count >= many(meant) ? "many" : "some", Long.toString(count));
    Amounts.in(said, "CNY").stream()
        .filter(Amount::known)
        .findFirst()
        .ifPresent(sum -> signs.put("budget", sum.money().plain()));
    LocalDate today = turn.today();
    Dates.in(said, today)
        .map(day -> day.end().isBefore(today) ? day.end().plusYears(1) : day.end())
        .filter(day -> day.isBefore(today.plusDays(SOON)))
        .ifPresent(day -> signs.put("by", day.toString()));
    if (!signs.containsKey("by") && PRESSING.matcher(text).find()) signs.put("pressing", "");
    if (TRADE.matcher(text).find()) signs.put("trade", "");
    if (meant.size() == 1 && meant.getFirst().inStock()) signs.put("fit", meant.getFirst().sku());
    if (regular) signs.put("regular", "");
    return new Prospect(signs);
  }

  private static int many(List<Listing> meant) {
    return meant.stream()
        .map(Listing::moq)
        .filter(moq -> moq != null && moq > 1)
        .findFirst()
        .orElse(MANY);
  }

  public int worth() {
    return signs.keySet().stream().mapToInt(Prospect::worth).sum();
  }

  private static int worth(String sign) {
    return switch (sign) {
      case "many" -> 3;
      case "deal", "by", "pressing", "trade" -> 2;
      default -> 1;
    };
  }

  public boolean warm() {
    return worth() >= WARM;
  }

  /// To be kept with the task.
  public String written() {
    return signs.entrySet().stream()
        .map(sign -> sign.getKey() + "=" + sign.getValue())
        .collect(Collectors.joining(";"));
  }

  public static Prospect read(String written) {
    var signs = new LinkedHashMap<String, String>();
    for (String sign : written.split(";")) {
      int at = sign.indexOf('=');
      if (at > 0) signs.put(sign.substring(0, at), sign.substring(at + 1));
    }
    return new Prospect(signs);
  }

  /// Why, in words; empty where there is no sign.
  public String why(Words words, String language) {
    var says = new ArrayList<String>();
    signs.forEach(
        (sign, value) -> says.add(words.say(language, "prospect_" + sign, "value", value)));
    return says.isEmpty() ? "" : new Voice(words, language).list(says);
  }
}
