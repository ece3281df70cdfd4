package shopcrew.roles.customerservice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.TimeLimits.Kind;
import shopcrew.roles.words.Digits;

/// How long something shall hold, in an owner's words: "库存数据超过3天就别说死", "hold orders for 48
/// hours".
///
/// @param hours 0 where no time is said, or none that can be kept
record TimeWords(Kind kind, int hours) {
  private static final int A_YEAR = 8_760;
  private static final Map<Kind, Pattern> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(Kind.HOLD, Pattern.compile("留货|留给|预留|占货|保留|客人留|\\b(?:hold|keep|reserve)\\b"));
    KINDS.put(
        Kind.DELIVERY, Pattern.compile("时效|发货时间|到货时间|交期|货期|delivery|lead time|shipping time"));
    KINDS.put(Kind.STOCK, Pattern.compile("库存|现货|\\bstock\\b"));
    KINDS.put(Kind.PRICE, Pattern.compile("价|\\bprices?\\b"));
  }

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,4})\\s?(?:个)?(小时|钟头|天|日|周|星期|礼拜|月|hours?\\b|days?\\b|weeks?\\b|months?\\b)");

  /// Null where it speaks of nothing that has such a time.
  static @Nullable TimeWords in(String message) {
    String text = Digits.of(message);
    for (var kind : KINDS.entrySet()) {
      if (kind.getValue().matcher(text).find()) return new TimeWords(kind.getKey(), hours(text));
    }
    return null;
  }

  private static int hours(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.find()) return 0;
    int unit =
        switch (time.group(2).charAt(0)) {
          case '小', '钟', 'h' -> 1;
          case '天', '日', 'd' -> 24;
          case '周', '星', '礼', 'w' -> 168;
          default -> 720;
        };
    int hours = Integer.parseInt(time.group(1)) * unit;
    return hours > A_YEAR ? 0 : hours;
  }
}
