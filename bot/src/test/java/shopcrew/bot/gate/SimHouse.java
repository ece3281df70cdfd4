package shopcrew.bot.gate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the reference knows of who may agree, of the lines and caps, of standing yeses and lent
/// votes, and of everybody's PIN.
final class SimHouse {
  record Loan(String lender, String borrower, long until) {}

  record Mandate(LocalDate start, LocalDate end, long total, long epoch) {}

  /// A keypad that was shown.
  ///
  /// @param purpose `STEP`, `RESUME`, `WENT_OUT` or `NOT_OUT`
  record Pad(
      String purpose,
      String conversation,
      String intent,
      long epoch,
      long until,
      long line,
      StringBuilder pressed) {}

  static final Map<String, String> PINS = Map.of("mei", "480153", "jun", "927406");
  final Map<String, String> pins = new HashMap<>(PINS);
  final Map<String, String> pressed = new HashMap<>();
  boolean pinsTouched;
  static final int TRIES = 5;
  private static final long LOCK = 3_600_000;

  final Set<String> owners = new HashSet<>(Set.of("mei", "jun"));
  final Set<String> staff = new HashSet<>(Set.of("mei", "jun", "lan"));
  final Set<String> payees = new HashSet<>();
  final Map<String, Loan> loans = new LinkedHashMap<>();
  final Map<String, Mandate> mandates = new LinkedHashMap<>();
  final Map<String, Pad> pads = new HashMap<>();
  final Map<String, Long> limits = new TreeMap<>();
  final Map<String, Long> highest = new TreeMap<>();
  long changedAt = Long.MIN_VALUE / 2;
  private final Map<String, Integer> wrongInRow = new HashMap<>();
  private final Map<String, Long> lastWrong = new HashMap<>();

  SimHouse() {
    limits.putAll(
        Map.of(
            "line.small", 10_000L,
            "line.middle", 100_000L,
            "line.large", 1_000_000L,
            "line.both", 200_000L,
            "total.D", 150_000L,
            "total.W", 350_000L,
            "total.M", 500_000L,
            "total.one", 1_000_000L));
    limits.putAll(Map.of("restock.D", 300_000L, "restock.W", 700_000L, "restock.M", 1_000_000L));
    highest.putAll(limits);
  }

  long limit(String name) {
    Long limit = limits.get(name);
    if (limit == null) throw new SimFailure("C2", "a limit that nobody knows: " + name);
    return limit;
  }

  void set(String name, long amount) {
    limits.put(name, amount);
    highest.merge(name, amount, Math::max);
  }

  /// @param window such as `total D2026-11-20`
  static String limitOf(String window) {
    int at = window.indexOf(' ');
    return window.substring(0, at) + "." + window.charAt(at + 1);
  }

  boolean lent(String lender, String borrower, long now) {
    return loans.values().stream()
        .anyMatch(
            l -> l.lender().equals(lender) && l.borrower().equals(borrower) && now < l.until());
  }

  void wrongPin(String person, long now) {
    wrongInRow.merge(person, 1, Integer::sum);
    lastWrong.put(person, now);
  }

  /// A PIN was set or taken away: for a while nobody relies on it.
  void newPin(String person, long now) {
    String digits = pressed.get(person);
    if (digits != null) pins.put(person, digits);
    pinsTouched = true;
    wrongInRow.remove(person);
    lastWrong.put(person, now);
  }

  void rightPin(String person) {
    wrongInRow.remove(person);
  }

  /// After five wrong ones even the right one does not count for an hour.
  boolean locked(String person, long now) {
    return wrongInRow.getOrDefault(person, 0) >= TRIES
        && now < lastWrong.getOrDefault(person, 0L) + LOCK;
  }

  boolean doubtful(String person, long now) {
    return now < lastWrong.getOrDefault(person, Long.MIN_VALUE / 2) + 2 * LOCK;
  }

  int wrongPins(String person) {
    return wrongInRow.getOrDefault(person, 0);
  }

  static List<String> steps(int tier, boolean typed) {
    return switch (tier) {
      case 1 -> List.of("REVIEW", "CONFIRM");
      case 2 -> typed ? List.of("REVIEW", "AMOUNT", "CONFIRM") : List.of("REVIEW", "CONFIRM");
      default ->
          typed
              ? List.of("REVIEW", "AMOUNT", "PIN", "CONFIRM")
              : List.of("REVIEW", "PIN", "CONFIRM");
    };
  }
}
