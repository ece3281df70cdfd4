package shopcrew.bot.gate;

import shopcrew.db.Money;

/// An amount of yuan as it stands on a Chinese cheque: 壹仟贰佰元整.
final class Capitals {
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "万", "亿", "万亿"};
  private static final long[] SIZES = {1, 10_000, 100_000_000, 1_000_000_000_000L};

  private Capitals() {}

  static String of(Money money) {
    if (money.isNegative() || Money.digits(money.currency()) != 2) {
      throw new IllegalArgumentException("no capitals for " + money);
    }
    long yuan = money.minor() / 100;
    int jiao = (int) (money.minor() / 10 % 10);
    int fen = (int) (money.minor() % 10);
    var text = new StringBuilder();
    if (yuan > 0 || (jiao == 0 && fen == 0)) text.append(whole(yuan)).append('元');
    if (jiao == 0 && fen == 0) return text.append('整').toString();
    if (jiao > 0) text.append(digit(jiao)).append('角');
    else if (yuan > 0) text.append('零');
    if (fen > 0) text.append(digit(fen)).append('分');
    return text.toString();
  }

  private static String whole(long number) {
    if (number == 0) return "零";
    var text = new StringBuilder();
    boolean gap = false;
    for (int group = 3; group >= 0; group--) {
      int part = (int) (number / SIZES[group] % 10_000);
      if (part == 0) {
        gap = !text.isEmpty();
        continue;
      }
      if (!text.isEmpty() && (gap || part < 1_000)) text.append('零');
      text.append(four(part)).append(GROUPS[group]);
      gap = false;
    }
    return text.toString();
  }

  private static String four(int part) {
    var text = new StringBuilder();
    boolean gap = false;
    int unit = 1_000;
    for (int place = 3; place >= 0; place--, unit /= 10) {
      int digit = part / unit % 10;
      if (digit == 0) {
        gap = !text.isEmpty();
      } else {
        if (gap) text.append('零');
        text.append(digit(digit)).append(PLACES[place]);
        gap = false;
      }
    }
    return text.toString();
  }

  private static char digit(int digit) {
    return DIGITS.charAt(digit);
  }
}
