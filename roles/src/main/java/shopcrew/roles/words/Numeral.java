package shopcrew.roles.words;

import java.math.BigDecimal;

/// A number as it stands in a normal text. `high` is larger than `value` for "两三百"; a vague one
/// ("几百") has no value to rely on; `about` is "300多" or "三百来".
record Numeral(
    int start,
    int end,
    BigDecimal value,
    BigDecimal high,
    boolean vague,
    boolean about,
    Script script) {
  enum Script {
    DIGITS,
    CHINESE,
    ENGLISH
  }

  boolean range() {
    return high.compareTo(value) > 0;
  }

  boolean whole() {
    return value.stripTrailingZeros().scale() <= 0;
  }
}
