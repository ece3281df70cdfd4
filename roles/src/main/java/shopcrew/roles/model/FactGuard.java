package shopcrew.roles.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.roles.Told;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.catalogue.ProductFinder;
import shopcrew.roles.words.Language;
import shopcrew.roles.words.Normal;

/// Reads what a model wrote before anybody else does: everything in it must rest on what the tools
/// told in this turn.
public final class FactGuard {
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.\\w+|\\b[\\w-]+\\.(?:com|cn|net|org|io|shop)\\b\\S*");
  private static final Pattern CODE =
      Pattern.compile("\\b[\\p{Alpha}]{1,6}[-\\d][\\p{Alnum}-]{3,}\\b");
  private static final Pattern DAY =
      Pattern.compile(
          "今[天晚日]|明[天晚早日]|后天|昨[天晚]|[这下上本]个?(?:周|星期|礼拜|月)|周[一二三四五六日末]|星期[一二三四五六日天]|月[底初]"
              + "|\\b(?:today|tonight|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next|this)"
              + " (?:week|month))\\b");
  private static final Pattern PROMISE =
      Pattern.compile(
          "免费|包邮|包[退换赔]|全额|赔[偿付]|补偿|保证|承诺|终身|打折|折扣|优惠|便宜|减免|成交|退[款钱]|立减|送您|送你|赠[送品]?|一定|绝对|换新|补发|重发|补寄|尽快|半价|百分之百|马上|立刻|最低价|返现|代金券|优惠券"
              + "|\\b(?:free|guarante\\w*|promis\\w*|refund\\w*|compensat\\w*|discount\\w*|deal|lifetime|for"
              + " sure|warrant\\w*|coupon\\w*|voucher\\w*|gift\\w*|immediately|right"
              + " away|definitely|lowest)\\b");
  private static final Pattern INNER =
      Pattern.compile(
          "成本|进价|进货价|拿货价|利润|毛利|底价|供应商|供货商|厂家价"
              + "|\\b(?:cost price|our cost|margin\\w*|profit\\w*|supplier\\w*|floor price)\\b");
  private static final Pattern CURRENCY =
      Pattern.compile(
          "[$€£₽₩]|\\b(?:usd|eur|gbp|jpy|hkd|dollars?|euros?|pounds?|yen)\\b|美元|美金|欧元|英镑|日元|港币|港元|卢布|韩元");
  private static final Pattern STATE =
      Pattern.compile(
          "签收|送达|已发货|已发出|已取消|已退款|已付款|已到账"
              + "|\\b(?:shipped|delivered|arrived|paid|refunded|cancell?ed)\\b");
  private static final Pattern COUNT = Pattern.compile("(\\d+)\\s*(?:款|种|样|products?|options?)");
  private static final Pattern GATE = Pattern.compile("🔒|花钱确认|spending check|g1:");
  private static final int ECHO = 24;
  private static final int ENOUGH = 4;
  private static final int LONG = 8;
  private static final int STEM = 4;
  private static final int ASCII = 128;

  /// What a reply may rest on.
  ///
  /// @param asked what was asked: a code that the asker wrote may be repeated
  /// @param customer whether a customer reads it
  /// @param most how many characters it may have
  /// @param instructions what the model was told, which it may not repeat
  /// @param goods the shop's products
  public record Basis(
      Told told,
      String asked,
      boolean customer,
      int most,
      String instructions,
      ProductFinder goods) {
    String words() {
      return told.say()
          + "\n"
          + told.facts().stream().map(Told.Fact::value).collect(Collectors.joining("\n"));
    }
  }

  private FactGuard() {}

  /// What keeps it from being sent, one short line each; none: it may go.
  public static List<String> findings(String said, Basis basis) {
    if (said.isBlank()) return List.of("nothing");
    if (said.length() > basis.most()) return List.of("longer than " + basis.most());
    if (Fence.marked(said)) return List.of("marks");
    var found = new ArrayList<String>();
    String text = Normal.text(said);
    String known = Normal.text(basis.words());
    found.addAll(figures(said, basis));
    untold("day", DAY, text, known, found);
    untold("promise", PROMISE, text, known, found);
    untold("state", STATE, text, known, found);
    untold("currency", CURRENCY, text, known, found);
    untold("card of the gate", GATE, text, "", found);
    if (basis.customer()) untold("inner figure", INNER, text, known, found);
    language(said, basis.told().say(), found);
    if (echoes(text, basis.instructions())) found.add("instructions");
    if (found.isEmpty() && basis.customer()) {
      subjects(text, known + " " + Normal.text(basis.asked()), found);
    }
    if (found.isEmpty()) products(said, basis, found);
    if (found.isEmpty()) {
      var grounds = new Grounds(basis.words());
      found.addAll(grounds.contradicted(said));
      found.addAll(grounds.unconditional(said, PROMISE));
      found.addAll(grounds.unfounded(said, basis.asked()));
    }
    return found.stream().distinct().limit(ENOUGH).toList();
  }

  /// Whether a text says nothing that turns another round, and promises nothing beyond it.
  public static boolean faithful(String told, String said) {
    var found = new ArrayList<String>();
    if (said.isBlank()) return false;
    untold("promise", PROMISE, Normal.text(said), Normal.text(told), found);
    found.addAll(new Grounds(told).contradicted(said));
    return found.isEmpty();
  }

  /// The figures, codes and links alone, which are the same in every language.
  public static List<String> figures(String said, Basis basis) {
    var found = new ArrayList<String>();
    String text = Normal.text(said);
    String known = Normal.text(basis.words());
    String asked = Normal.text(basis.asked());
    Set<String> numbers = Grounds.numbers(Grounds.digits(basis.words()));
    numbers.addAll(Grounds.numbers(known));
    String digits = Grounds.digits(said);
    // A code that the asker wrote may be repeated, its figures alone may not.
    for (String code : pieces(CODE, asked)) {
      digits = digits.toLowerCase(Locale.ROOT).replace(code, " ");
    }
    long things = basis.told().facts().stream().map(Told.Fact::thing).distinct().count();
    COUNT
        .matcher(digits)
        .results()
        .map(it -> it.group(1))
        .filter(String.valueOf(things)::equals)
        .forEach(numbers::add);
    for (String number : Grounds.numbers(digits)) {
      if (!numbers.contains(number)) found.add("number " + number);
    }
    untold("link", LINK, text, known, found);
    untold("code", CODE, text, known + asked, found);
    return found;
  }

  private static void untold(
      String what, Pattern pattern, String text, String known, List<String> found) {
    for (String piece : pieces(pattern, text)) {
      if (!known.contains(piece)) found.add(what + " " + piece);
    }
  }

  /// The tools have spoken in the asker's language.
  private static void language(String said, String told, List<String> found) {
    Language spoken = Language.of(said);
    Language right = Language.of(told);
    boolean open = spoken == Language.UNKNOWN || right == Language.UNKNOWN;
    if (!open && spoken != right && right != Language.OTHER) found.add("language " + spoken);
  }

  /// An attribute or a rule that nobody told of.
  private static void subjects(String text, String known, List<String> found) {
    Set<String> told = new HashSet<>(Lexicon.ASKED.notions(known));
    String close = known.replace(" ", "");
    for (Lexicon.Span span : Lexicon.ASKED.spans(text)) {
      String word = text.substring(span.start(), span.end()).replace(" ", "");
      boolean latin = word.length() > STEM && word.charAt(0) < ASCII;
      boolean there = close.contains(latin ? word.substring(0, STEM) : word);
      if (!told.contains(span.notion()) && !there) found.add("subject " + word);
    }
    for (Lexicon.Span span : Lexicon.COLOURS.spans(text)) {
      String word = text.substring(span.start(), span.end());
      if (word.length() > 1 && !close.contains(word.replace("色", ""))) found.add("colour " + word);
    }
  }

  /// A product that nobody told of.
  private static void products(String said, Basis basis, List<String> found) {
    Set<String> known = new HashSet<>(basis.goods().find(basis.asked()).skus());
    for (String line : basis.words().split("\n")) known.addAll(basis.goods().find(line).skus());
    for (Told.Fact fact : basis.told().facts()) {
      known.add(fact.thing());
    }
    for (String line : said.split("[\\n。；;]")) {
      if (line.length() < LONG || basis.told().say().contains(line)) continue;
      basis
          .goods()
          .find(line)
          .one()
          .filter(sku -> !known.contains(sku))
          .ifPresent(sku -> found.add("product " + sku));
    }
  }

  private static boolean echoes(String text, String instructions) {
    String told = Normal.text(instructions);
    for (int i = 0; i + ECHO <= text.length(); i += ECHO / 2) {
      if (told.contains(text.substring(i, i + ECHO))) return true;
    }
    return false;
  }

  private static List<String> pieces(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group()).toList();
  }
}
