package shopcrew.db.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import shopcrew.db.Money;

/// What is in a cell, in the ways people type amounts, counts and dates.
final class Cells {

  /// A cell that cannot be read; `key` is its sentence.
  static final class Bad extends Exception {
    private final String key;

    Bad(String key) {
      super(key);
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  private static final Pattern NOTHING = Pattern.compile("(?i)|-+|—+|/|n/?a|null|none|无|暂无");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
  private static final Pattern COMPACT_DAY = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern OTHER_DAY =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
  private static final Pattern SERIAL_DAY = Pattern.compile("[2-7]\\d{4}(\\.\\d+)?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(.+?)[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+(\\.\\d{3})*,\\d{1,2}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");
  private static final int LONGEST_NUMBER = 24;

  private Cells() {}

  static boolean empty(String cell) {
    return NOTHING.matcher(cell.strip()).matches();
  }

  static Money money(String cell, String currency) throws Bad {
    var number =
        number(cell.replaceAll("(?i)[¥¥$€£元块]|rmb|cny|usd|eur|gbp|" + currency, ""), "cell.amount");
    if (number.signum() < 0) {
      throw new Bad("cell.negative");
    }
    try {
      return Money.parseRounded(number.toPlainString(), currency);
    } catch (ArithmeticException e) {
      throw new Bad("cell.amount");
    }
  }

  static int count(String cell) throws Bad {
    var number = number(cell.replaceAll("[件个只台套箱条双pcs]+$", ""), "cell.count");
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw new Bad("cell.count");
    }
  }

  static LocalDate day(String cell) throws Bad {
    var moment = MOMENT.matcher(wide(cell));
    return date(moment.matches() ? moment.group(1) : wide(cell));
  }

  static LocalDateTime time(String cell) throws Bad {
    var moment = MOMENT.matcher(wide(cell));
    if (!moment.matches()) {
      return date(wide(cell)).atStartOfDay().plusMinutes(minutes(wide(cell)));
    }
    try {
      return date(moment.group(1))
          .atTime(
              LocalTime.of(Integer.parseInt(moment.group(2)), Integer.parseInt(moment.group(3))));
    } catch (DateTimeException e) {
      throw new Bad("cell.day");
    }
  }

  private static LocalDate date(String text) throws Bad {
    try {
      for (var pattern : new Pattern[] {DAY, COMPACT_DAY}) {
        var match = pattern.matcher(text);
        if (match.matches()) {
          return LocalDate.of(whole(match.group(1)), whole(match.group(2)), whole(match.group(3)));
        }
      }
      if (SERIAL_DAY.matcher(text).matches()) { // days since 1899-12-30, as a spreadsheet counts
        return LocalDate.of(1899, 12, 30).plusDays(new BigDecimal(text).longValue());
      }
      var match = OTHER_DAY.matcher(text);
      if (match.matches()) {
        int first = whole(match.group(1));
        int second = whole(match.group(2));
        if (first > 12 || first == second) {
          return LocalDate.of(whole(match.group(3)), second, first);
        }
        if (second > 12) {
          return LocalDate.of(whole(match.group(3)), first, second);
        }
      }
    } catch (DateTimeException e) {
      throw new Bad("cell.day");
    }
    throw new Bad("cell.day");
  }

  /// The time of day in the fraction of a spreadsheet's day number.
  private static long minutes(String text) {
    return SERIAL_DAY.matcher(text).matches()
        ? new BigDecimal(text)
            .remainder(BigDecimal.ONE)
            .multiply(BigDecimal.valueOf(24 * 60))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue()
        : 0;
  }

  private static int whole(String digits) {
    return Integer.parseInt(digits);
  }

  private static BigDecimal number(String cell, String fault) throws Bad {
    var text = wide(cell).replace(" ", "");
    var decimal =
        DECIMAL_COMMA.matcher(text).matches()
            ? text.replace(".", "").replace(',', '.')
            : text.replace(",", "");
    if (decimal.length() > LONGEST_NUMBER || !NUMBER.matcher(decimal).matches()) {
      throw new Bad(fault);
    }
    return new BigDecimal(decimal);
  }

  /// Full-width digits and signs as plain ones.
  private static String wide(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }
}
