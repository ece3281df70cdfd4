package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.db.Money;
import shopcrew.prompts.Prompts;
import shopcrew.prompts.Words;

/// The values of a listing in words: with label, unit, and yes or no where it is one.
final class Facts {
  private static final Set<String> YES =
      Set.of("y", "yes", "true", "是", "有", "支持", "可", "可以", "√", "✓");
  private static final Set<String> NO =
      Set.of("n", "no", "false", "否", "无", "没有", "不支持", "不可", "×", "✗");
  private static final List<Map.Entry<String, String>> ENGLISH =
      Prompts.terms("shared/terms.en.yaml").entrySet().stream()
          .map(term -> Map.entry(term.getKey().toString(), term.getValue().toString()))
          .sorted(Comparator.comparingInt(term -> -term.getKey().length()))
          .toList();

  private static final Pattern TWICE =
      Pattern.compile(
          "([^/;；、]*\\p{IsHan}[^/;；、]*)/\\s?([^/;；、\\p{IsHan}]*\\p{L}[^/;；、\\p{IsHan}]*)");

  private final Words words;
  private final Columns columns;
  private final String language;

  /// What is to be said of one attribute of one product.
  record Fact(String notion, String value, String say) {}

  Facts(Words words, Columns columns, String language) {
    this.words = words;
    this.columns = columns;
    this.language = language;
  }

  /// Null where the shop's data says nothing about it.
  @Nullable Fact of(Listing listing, String notion) {
    Fact own = own(listing, notion);
    if (own != null) return own;
    for (String other : Columns.also(notion)) {
      Fact fact = own(listing, other);
      if (fact != null) return fact;
    }
    return null;
  }

  /// The value only where a column of exactly this notion has one.
  @Nullable Fact own(Listing listing, String notion) {
    return switch (notion) {
      case "price" -> money(notion, listing.price());
      case "wholesale_price" -> listing.wholesalePrice() == null ? null : wholesale(listing);
      case "moq" -> {
        Integer moq = listing.moq();
        yield moq == null ? null : fact(notion, moq.toString(), label(notion) + " " + moq);
      }
      case "stock" -> {
        String say = words.say(language, listing.inStock() ? "in_stock" : "out_of_stock");
        yield fact(notion, say, say);
      }
      default -> column(listing, notion);
    };
  }

  private @Nullable Fact column(Listing listing, String notion) {
    var says = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var attribute : listing.attributes().entrySet()) {
      String raw = attribute.getValue().strip();
      if (!columns.notion(attribute.getKey()).equals(notion) || missing(raw)) continue;
      values.add(raw);
      says.add(say(attribute.getKey(), notion, raw));
    }
    return says.isEmpty() ? null : fact(notion, String.join(" ", values), String.join("; ", says));
  }

  private static boolean missing(String raw) {
    return raw.isEmpty()
        || raw.equals("0")
        || raw.equals("-")
        || raw.equals("/")
        || raw.equals("0.0");
  }

  private String say(String column, String notion, String raw) {
    String label = columns.label(column, language);
    Boolean flag = flag(raw);
    if (flag != null) {
      String phrase = Columns.label(notion, flag ? "yes" : "no", language);
      boolean spoken = phrase != null && (language.equals("zh") || language.equals("en"));
      return spoken && phrase != null
          ? words.say(language, flag ? "flag_yes" : "flag_no", "what", phrase)
          : words.say(language, flag ? "label_yes" : "label_no", "label", label);
    }
    String unit = raw.matches(".*[\\d.]") ? Columns.unit(column) : "";
    String own = inOwn(raw, language.equals("zh"));
    String value = language.equals("zh") ? own.replace(";", "、") : english(own);
    if (!unit.isEmpty()) value += " " + (language.equals("zh") ? chinese(unit) : Unit.named(unit));
    return words.say(language, "labelled", "label", label, "value", value);
  }

  static @Nullable Boolean flag(String raw) {
    String plain = raw.strip().toLowerCase(Locale.ROOT);
    return YES.contains(plain) ? Boolean.TRUE : NO.contains(plain) ? Boolean.FALSE : null;
  }

  private static String chinese(String unit) {
    return switch (unit) {
      case "days", "day" -> "天";
      case "months", "月" -> "个月";
      case "years" -> "年";
      case "hours", "h" -> "小时";
      case "min" -> "分钟";
      case "l" -> "L";
      case "w" -> "W";
      case "v" -> "V";
      default -> unit;
    };
  }

  /// Whether a value says the same in Chinese and in English: 奶白/Ivory.
  static boolean bilingual(String raw) {
    return TWICE.matcher(raw).find();
  }

  /// Of 奶白/Ivory the half in the language of the answer.
  private static String inOwn(String raw, boolean chinese) {
    return TWICE.matcher(raw).replaceAll(chinese ? "$1" : "$2");
  }

  static String english(String raw) {
    String text = raw.replace(";", ", ").replace("；", ", ").replace("、", ", ");
    for (var term : ENGLISH) {
      if (text.contains(term.getKey())) {
        text = text.replace(term.getKey(), term.getValue().isEmpty() ? "" : term.getValue() + " ");
      }
    }
    return text.replaceAll("\\s+([,+.])", "$1").replaceAll("\\s{2,}", " ").strip();
  }

  private Fact wholesale(Listing listing) {
    Money price = listing.wholesalePrice();
    if (price == null) throw new IllegalStateException("no wholesale price: " + listing.sku());
    String say = label("wholesale_price") + " " + money(price);
    Integer moq = listing.moq();
    if (moq != null)
      say += (language.equals("zh") ? "" : " ") + words.say(language, "from_pieces", "count", moq);
    return fact("wholesale_price", money(price), say);
  }

  private Fact money(String notion, Money money) {
    return fact(notion, money(money), label(notion) + " " + money(money));
  }

  String money(Money money) {
    String plain = money.plain();
    if (plain.contains(".")) plain = plain.replaceAll("0+$", "").replaceAll("\\.$", "");
    String currency = money.currency();
    return words.say(
        language, currency.equals("CNY") ? "yuan" : "money", "sum", plain, "currency", currency);
  }

  private String label(String notion) {
    String label = Columns.label(notion, "label", language);
    return label == null ? notion : label;
  }

  private static Fact fact(String notion, String value, String say) {
    return new Fact(notion, value, say);
  }
}
