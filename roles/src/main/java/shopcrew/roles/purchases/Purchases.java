package shopcrew.roles.purchases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.Normal;
import shopcrew.roles.words.Period;
import shopcrew.roles.words.Periods;

/// Makes a purchase of an owner's words, or asks back for the sum, the payee or the thing.
public final class Purchases {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_PIECES = 1_000_000;
  private static final Pattern KOL =
      Pattern.compile(
          "博主|达人|网红|主播|大v|up主|kol|koc|influencer|blogger|creator|youtuber|tiktoker|streamer|promoter");
  private static final Pattern MOULD =
      Pattern.compile("开(?:个|一个|一套|套|副|一副)?[^,.!?]{0,6}模|模具|磨具|mou?ld\\b|tooling");
  private static final Pattern SAMPLE =
      Pattern.compile("样品|打样|打个?版|样件|寄样|买样|拿样|\\bsamples?\\b|竞品|别家|同行的|对手的");
  private static final Pattern PAYEE =
      Pattern.compile(
          "[\"“「『]([^\"”」』]{1,40})[\"”」』]|(@[\\p{L}\\p{N}_.]{2,30})"
              + "|(?:博主|达人|网红|主播|[uU][pP]主|KOL|kol)\\s?[:：]?\\s?([\\p{L}\\p{N}_.]{2,16}?)(?=付|转|打款?|支付|\\s?[¥$]?\\d)|(?:[Pp]ay|blogger|influencer|creator|KOL)"
              + " ([A-Z][\\p{L}]+(?: [A-Z][\\p{L}]+)?)");
  private static final Pattern DELIVERABLE =
      Pattern.compile(
          "[一两二三四五六七八九十\\d]+\\s?(?:条|篇|个|场)|视频|笔记|直播|开箱|测评|post|video|review|reel|story|stories|live");
  private static final Pattern VERB =
      Pattern.compile(
          "^(?:帮我|给我|麻烦|请|再|先|去|花|用|拿|付|付给|订|买|采购|购买|下单|定|please|buy|order|get|purchase|subscribe"
              + " to|pay for|pay)\\s*");
  private static final Pattern NOISE =
      Pattern.compile("[¥$€£]?\\d[\\d,.]*|[一二两三四五六七八九十百千万]+(?=[块元毛角]|百|千)|块钱?|元|毛|[,.!?。，！？:：]");

  private final Store store;

  public Purchases(Store store) {
    this.store = store;
  }

  public Outcome of(Turn turn, Voice voice) {
    String text = Normal.text(turn.text());
    String kind = kind(text);
    String currency = store.card().currency();
    List<Amount> amounts = Amounts.in(text, currency, true);
    Money total = total(amounts, text, turn);
    List<String> missing = new ArrayList<>();
    String target = kind.equals("kol") ? payee(turn.text()) : thing(text, kind);
    if (target.isEmpty()) {
      missing.add(kind.equals("kol") ? "who" : "target");
    }
    if (total == null || !total.isPositive()) {
      missing.add("amount");
    }
    if (kind.equals("kol") && !missing.isEmpty() && !DELIVERABLE.matcher(text).find()) {
      missing.add("deliverable");
    }
    if (!missing.isEmpty() || total == null) {
      String what = voice.list(missing.stream().map(word -> voice.say("missing_" + word)).toList());
      return new Outcome.AsksBack(
          Told.of(voice.say("ask_purchase", "kind", voice.say(kind), "what", what)),
          missing,
          List.of());
    }
    List<String> warnings =
        amounts.stream().anyMatch(a -> a.kind() == Amount.Kind.ABOUT)
            ? List.of("cost_estimate_needed")
            : List.of();
    Proposal proposal = new Proposal.Purchase(kind, target, target, total, warnings);
    return new Outcome.Proposes(
        proposal,
        Told.of(
            voice.say(
                "purchase",
                "kind",
                voice.say(kind),
                "label",
                target,
                "total",
                voice.money(total))));
  }

  /// `kol`, `mould`, `sample` or `other_purchase`.
  public static String kind(String normal) {
    return KOL.matcher(normal).find()
        ? "kol"
        : MOULD.matcher(normal).find()
            ? "mould"
            : SAMPLE.matcher(normal).find() ? "sample" : "other_purchase";
  }

  /// The whole sum: as said, or so much a piece times the pieces, or so much a month times the
  // months.
  private static @Nullable Money total(List<Amount> amounts, String text, Turn turn) {
    Amount amount = amounts.stream().filter(Amount::known).findFirst().orElse(null);
    if (amount == null) {
      return null;
    }
    return switch (amount.per()) {
      case PIECE -> {
        long pieces =
            Counts.in(text).stream()
                .filter(c -> c.end() <= amount.start() || c.start() >= amount.end())
                .mapToLong(Count::value)
                .max()
                .orElse(1);
        yield pieces > MOST_PIECES ? null : amount.money().times(pieces);
      }
      case TOTAL -> amount.money();
      case DAY, WEEK, MONTH, YEAR -> {
        Period period =
            Periods.in(text, turn.today())
                .filter(p -> p.count() > 0 && p.count() < 400)
                .orElse(null);
        yield period == null ? null : amount.money().times(times(amount.per(), period, turn));
      }
    };
  }

  private static long times(Amount.Per per, Period period, Turn turn) {
    int days = period.days(turn.today());
    return switch (per) {
      case DAY -> days;
      case WEEK -> (days + 6) / 7;
      case MONTH ->
          switch (period.unit()) {
            case MONTH -> period.count();
            case YEAR -> 12L * period.count();
            case DAY, WEEK -> (days + 29) / 30;
          };
      case YEAR -> (days + 364) / 365;
      case TOTAL, PIECE -> 1;
    };
  }

  private static String payee(String said) {
    Matcher payee = PAYEE.matcher(said);
    while (payee.find()) {
      for (int i = 1; i <= payee.groupCount(); i++) {
        String name = payee.group(i);
        if (name != null && !name.isBlank()) {
          return name.strip();
        }
      }
    }
    return "";
  }

  /// What is bought, in the owner's words without the sums.
  private static String thing(String text, String kind) {
    String rest = NOISE.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    for (Matcher verb = VERB.matcher(rest);
        verb.find() && !verb.group().isEmpty();
        verb = VERB.matcher(rest)) {
      rest = rest.substring(verb.end()).strip();
    }
    boolean bare =
        kind.equals("sample")
            && rest.matches("(?:点|些|个|几个)?(?:样品|样)?(?:回来|吧|的)?|(?:some )?samples?");
    return bare || rest.length() < 2 ? "" : Voice.shortened(rest, LONGEST_NAME);
  }
}
