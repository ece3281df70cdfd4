package shopcrew.bot.doctor;

/// One line of what the doctor says.
///
/// @param key of the sentence, which for a fault says what to do as well
/// @param pairs what is filled in
record Finding(Grade grade, String key, Object[] pairs) {
  enum Grade {
    GOOD("✓"),
    /// Worth knowing; nothing has to be done.
    NOTE("·"),
    BAD("✗");

    private final String sign;

    Grade(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  static Finding good(String key, Object... pairs) {
    return new Finding(Grade.GOOD, key, pairs);
  }

  static Finding note(String key, Object... pairs) {
    return new Finding(Grade.NOTE, key, pairs);
  }

  static Finding bad(String key, Object... pairs) {
    return new Finding(Grade.BAD, key, pairs);
  }
}
