package shopcrew.bot.gate;

/// Where a spend stands. The legal pairs are kept by the schema.
enum State {
  AWAITING,
  ARMED,
  SENDING,
  UNKNOWN,
  NEEDS_HUMAN,
  ACTIVE,
  SETTLED,
  VOIDED,
  REJECTED,
  EXPIRED,
  SUPERSEDED;

  /// Which of the three truths about money holds.
  Truth truth(long charged) {
    return switch (this) {
      case AWAITING, ARMED, VOIDED, REJECTED, EXPIRED, SUPERSEDED -> Truth.NONE;
      case SENDING, UNKNOWN, NEEDS_HUMAN -> Truth.UNKNOWN;
      case ACTIVE, SETTLED -> charged > 0 ? Truth.SPENT : Truth.NONE;
    };
  }

  enum Truth {
    NONE,
    SPENT,
    UNKNOWN
  }

  /// Those that still can become something else.
  static State[] open() {
    return new State[] {AWAITING, ARMED, SENDING, UNKNOWN, NEEDS_HUMAN, ACTIVE};
  }
}
