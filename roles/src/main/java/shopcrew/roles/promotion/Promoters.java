package shopcrew.roles.promotion;

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

/// Pays a blogger or streamer, once the owner has said whom and how much.
final class Promoters {
  private static final long MOST_PIECES = 10_000;
  private static final Pattern PAYEE =
      Pattern.compile(
          "[\"“「『]([^\"”」』]{1,40})[\"”」』]|(@[\\p{L}\\p{N}_.]{2,30})"
              + "|(?:博主|达人|网红|主播|[uU][pP]主|KOL|kol)\\s?[:：]?\\s?([\\p{L}\\p{N}_.]{2,16}?)(?=付|转|打款?|支付|\\s?[¥$]?\\d)|(?:[Pp]ay|blogger|influencer|creator|KOL)"
              + " ([A-Z][\\p{L}]+(?: [A-Z][\\p{L}]+)?)");
  private static final Pattern NO_NAME = Pattern.compile("直播|合作|推|拍|费|带货|视频|笔记|测评|一[场条篇个]");
  private static final Pattern DELIVERABLE =
      Pattern.compile(
          "视频|笔记|直播|开箱|测评|[一两二三四五六七八九十\\d]+\\s?(?:条|篇|场)|\\b(?:posts?|videos?|reviews?|reels?|stor(?:y|ies)|live)\\b");

  private final Store store;

  Promoters(Store store) {
    this.store = store;
  }

  Outcome of(Turn turn, Voice voice) {
    String text = Normal.text(turn.text());
    Amount sum =
        Amounts.in(text, store.card().currency(), true).stream()
            .filter(Amount::known)
            .findFirst()
            .orElse(null);
    String payee = payee(turn.text());
    Money total = sum == null ? null : total(sum, text);
    List<String> missing = new ArrayList<>();
    if (payee.isEmpty()) {
      missing.add("who");
    }
    if (total == null || !total.isPositive()) {
      missing.add("amount");
    }
    if (missing.size() == 2 && !DELIVERABLE.matcher(text).find()) {
      missing.add("deliverable");
    }
    if (!missing.isEmpty() || total == null) {
      String what = voice.list(missing.stream().map(word -> voice.say("missing_" + word)).toList());
      return new Outcome.AsksBack(
          Told.of(voice.say("ask_promoter", "what", what)), missing, List.of());
    }
    List<String> warnings =
        sum != null && sum.kind() == Amount.Kind.ABOUT
            ? List.of("cost_estimate_needed")
            : List.of();
    return new Outcome.Proposes(
        new Proposal.Purchase("kol", payee, payee, total, warnings),
        Told.of(voice.say("promoter", "who", payee, "total", voice.money(total))));
  }

  /// The whole sum: as said, or so much for each video times the videos.
  private static @Nullable Money total(Amount sum, String text) {
    if (sum.per() != Amount.Per.PIECE) {
      return sum.money();
    }
    long pieces =
        Counts.in(text).stream()
            .filter(count -> count.end() <= sum.start() || count.start() >= sum.end())
            .mapToLong(Count::value)
            .max()
            .orElse(1);
    return pieces > MOST_PIECES ? null : sum.money().times(pieces);
  }

  private static String payee(String said) {
    Matcher payee = PAYEE.matcher(said);
    while (payee.find()) {
      for (int i = 1; i <= payee.groupCount(); i++) {
        String name = payee.group(i);
        if (name != null && !name.isBlank() && !NO_NAME.matcher(name).find()) {
          return name.strip();
        }
      }
    }
    return "";
  }
}
