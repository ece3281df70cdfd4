package shopcrew.roles.words;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads one run of Chinese numerals, with the short forms of speech: 两千三 is 2300, 三百五 is 350,
/// 两三百 is 200 to 300, 一点二万 is 12000.
final class ChineseNumbers {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";

  private ChineseNumbers() {}

  /// The least and the greatest value, the same twice when there is one; null when it is no number.
  static BigDecimal @Nullable [] read(String run) {
    int point = run.indexOf('点');
    if (point > 0) {
      return pointed(run, point);
    }
    if (run.length() >= 2 && digit(run.charAt(0)) > 0 && digit(run.charAt(1)) > 0) {
      int low = digit(run.charAt(0));
      int high = digit(run.charAt(1));
      if (high > low && high - low <= 2 && onlyUnits(run, 2)) {
        BigDecimal times = units(run, 2);
        return new BigDecimal[] {
          BigDecimal.valueOf(low).multiply(times), BigDecimal.valueOf(high).multiply(times)
        };
      }
    }
    BigDecimal one = onlyDigits(run) ? spelled(run) : counted(run);
    return one == null ? null : new BigDecimal[] {one, one};
  }

  static BigDecimal unit(char c) {
    return switch (c) {
      case '十', '拾' -> BigDecimal.TEN;
      case '百', '佰' -> BigDecimal.valueOf(100);
      case '千', '仟' -> BigDecimal.valueOf(1_000);
      case '万' -> BigDecimal.valueOf(10_000);
      case '亿' -> BigDecimal.valueOf(100_000_000);
      default -> BigDecimal.ZERO;
    };
  }

  static int digit(char c) {
    return switch (c) {
      case '两', '俩' -> 2;
      case '仨' -> 3;
      case '〇' -> 0;
      default -> Math.max(DIGITS.indexOf(c), FORMAL.indexOf(c));
    };
  }

  private static BigDecimal @Nullable [] pointed(String run, int point) {
    BigDecimal[] whole = read(run.substring(0, point));
    if (whole == null) {
      return null;
    }
    String rest = run.substring(point + 1);
    BigDecimal times = BigDecimal.ONE;
    if (unit(rest.charAt(rest.length() - 1)).signum() > 0) {
      times = unit(rest.charAt(rest.length() - 1));
      rest = rest.substring(0, rest.length() - 1);
    }
    StringBuilder decimals = new StringBuilder("0.");
    rest.chars().forEach(c -> decimals.append(digit((char) c)));
    BigDecimal value = whole[0].add(new BigDecimal(decimals.toString())).multiply(times);
    return new BigDecimal[] {value, value};
  }

  private static boolean onlyDigits(String run) {
    return run.chars().allMatch(c -> digit((char) c) >= 0);
  }

  private static boolean onlyUnits(String run, int from) {
    return run.chars().skip(from).allMatch(c -> unit((char) c).signum() > 0);
  }

  private static BigDecimal units(String run, int from) {
    BigDecimal times = BigDecimal.ONE;
    for (int i = from; i < run.length(); i++) {
      times = times.multiply(unit(run.charAt(i)));
    }
    return times;
  }

  private static BigDecimal spelled(String run) {
    StringBuilder number = new StringBuilder();
    run.chars().forEach(c -> number.append(digit((char) c)));
    return new BigDecimal(number.toString());
  }

  private static @Nullable BigDecimal counted(String run) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    BigDecimal last = BigDecimal.ONE;
    int digit = -1;
    boolean zero = false;
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      int value = c == '廿' ? 2 : c == '卅' ? 3 : digit(c);
      BigDecimal unit = c == '廿' || c == '卅' ? BigDecimal.TEN : unit(c);
      if (unit.signum() == 0) {
        if (value < 0 || digit > 0) {
          return null;
        }
        zero |= value == 0;
        digit = value;
        continue;
      }
      int times = c == '廿' || c == '卅' ? value : digit;
      if (unit.compareTo(BigDecimal.valueOf(10_000)) >= 0) {
        section = section.add(BigDecimal.valueOf(Math.max(digit, 0)));
        total = total.add(section.signum() == 0 ? BigDecimal.ONE : section).multiply(unit);
        section = BigDecimal.ZERO;
      } else {
        section = section.add(BigDecimal.valueOf(times <= 0 ? 1 : times).multiply(unit));
      }
      last = unit;
      digit = -1;
      zero = false;
    }
    if (digit > 0) {
      BigDecimal tail = BigDecimal.valueOf(digit);
      section = section.add(zero ? tail : tail.multiply(last).divide(BigDecimal.TEN));
    }
    return total.add(section);
  }
}
