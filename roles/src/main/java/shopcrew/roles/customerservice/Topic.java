package shopcrew.roles.customerservice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import shopcrew.roles.words.Normal;

/// The subjects of a shop's answers, as the owners trust the team with them.
public enum Topic {
  RETURNS(
      "售后|退换|after-sales",
      "return",
      "exchange",
      "return_fee",
      "refund_time",
      "quality",
      "damage",
      "missing",
      "warranty"),
  DELIVERY(
      "物流|配送|delivery|shipping",
      "ship_time",
      "delivery_time",
      "ship_fee",
      "free_shipping",
      "courier",
      "hk_tw",
      "overseas",
      "remote",
      "incoterms",
      "pickup"),
  STOCK("库存|有没有货|stock", "stock"),
  PRICE("价格|报价|价钱|price|prices", "price", "wholesale_price", "moq"),
  HOURS(
      "时间|opening hours",
      "hours",
      "closed",
      "sunday",
      "saturday",
      "monday",
      "workday",
      "spring_festival",
      "new_year",
      "national_day",
      "visit",
      "physical_store"),
  PRODUCT("商品|产品|参数|材质|products?"),
  OTHER("其他|其它|别的|other");

  private static final Pattern ALL = Pattern.compile("所有|全部|什么都|都|\\b(?:all|everything|every)\\b");

  private final Pattern name;
  private final Set<String> notions;

  Topic(String name, String... notions) {
    this.name = Pattern.compile(name);
    this.notions = Set.of(notions);
  }

  /// What an answer is about: by the question, by what was said where the question does not tell,
  /// and by where the facts stand.
  public static Set<Topic> of(String question, String said, List<String> sources) {
    Set<Topic> topics = in(question);
    if (topics.isEmpty()) topics = in(said);
    if (sources.stream().anyMatch(source -> source.startsWith("orders"))) topics.add(DELIVERY);
    if (topics.isEmpty() && sources.stream().anyMatch(source -> source.startsWith("products"))) {
      topics.add(PRODUCT);
    }
    if (topics.isEmpty()) topics.add(OTHER);
    return topics;
  }

  /// The subjects that an owner names; none where no name is known.
  public static Set<Topic> named(String words) {
    String text = Normal.text(words);
    Set<Topic> topics = in(words);
    for (Topic topic : values()) if (topic.name.matcher(text).find()) topics.add(topic);
    if (topics.isEmpty() && ALL.matcher(text).find()) return EnumSet.allOf(Topic.class);
    return topics;
  }

  private static Set<Topic> in(String text) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (String notion : Reading.notions(Normal.text(text))) {
      boolean listed = false;
      for (Topic topic : values()) {
        if (!topic.notions.contains(notion)) continue;
        topics.add(topic);
        listed = true;
      }
      if (!listed && Columns.isAttribute(notion)) topics.add(PRODUCT);
    }
    return topics;
  }
}
