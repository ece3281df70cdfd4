package shopcrew.bot.gate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.db.Rule;
import shopcrew.db.Rules;

/// How much may be newly reserved in a day, a week and a month, for one thing or for all. The
/// owners' agreed rules can lower a cap at any time; raising one is the gate's own matter.
final class Caps {
  /// @param category what is counted together: `total`, `restock` or `ads`
  /// @param slot the window: `D2026-11-21`, `W2026-11-16` (its Monday) or `M2026-11`
  record Window(String category, String slot, long limit) {}

  private final Database db;
  private final String shop;
  private final Limits limits;
  private final Rules rules;

  Caps(Database db, String shop, Limits limits) {
    this.db = db;
    this.shop = shop;
    this.limits = limits;
    this.rules = db.store(shop).rules();
  }

  /// The windows that a spend of this category draws on.
  List<Window> windows(Category category, LocalDate day) {
    String today = "D" + day;
    String week = "W" + day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String month = "M" + day.toString().substring(0, 7);
    if (category == Category.RESTOCK) {
      return List.of(
          new Window("restock", today, limits.get("restock.D").minor()),
          new Window("restock", week, limits.get("restock.W").minor()),
          new Window("restock", month, limits.get("restock.M").minor()));
    }
    var windows = new ArrayList<Window>();
    windows.add(new Window("total", today, lower("total.D", Rule.Kind.TOTAL_DAY_CAP)));
    windows.add(new Window("total", week, limits.get("total.W").minor()));
    windows.add(new Window("total", month, lower("total.M", Rule.Kind.TOTAL_MONTH_CAP)));
    if (category == Category.ADS) {
      rule(Rule.Kind.AD_DAY_CAP).ifPresent(cap -> windows.add(new Window("ads", today, cap)));
      rule(Rule.Kind.AD_MONTH_CAP).ifPresent(cap -> windows.add(new Window("ads", month, cap)));
    }
    return windows;
  }

  /// The first window that has no room for this amount.
  Optional<Window> full(Category category, LocalDate day, long amount) {
    return windows(category, day).stream().filter(window -> left(window) < amount).findFirst();
  }

  /// The least room in any window of the category.
  Money room(Category category, LocalDate day) {
    long least = windows(category, day).stream().mapToLong(this::left).min().orElseThrow();
    return Money.of(least, limits.currency());
  }

  Money left(String category, char window, LocalDate day) {
    Category of = category.equals("restock") ? Category.RESTOCK : Category.PURCHASE;
    long left =
        windows(of, day).stream()
            .filter(w -> w.slot().charAt(0) == window)
            .mapToLong(this::left)
            .sum();
    return Money.of(left, limits.currency());
  }

  /// The most that one ad plan may cost on a day, where the owners laid that down.
  Optional<Money> planDay() {
    return rule(Rule.Kind.AD_PLAN_DAY_CAP).map(m -> Money.of(m, limits.currency()));
  }

  /// Takes the amount from every window or from none; false: one of them is full.
  boolean reserve(String intent, Category category, LocalDate day, long amount) {
    return db.write(
        h -> {
          List<Window> windows = windows(category, day);
          for (Window window : windows) {
            open(window);
            if (left(window) < amount) return false;
          }
          for (Window window : windows) {
            int taken =
                h.execute(
                    """
                    UPDATE cap_windows SET reserved = reserved + ?
                    WHERE shop = ? AND category = ? AND slot = ?
                      AND reserved + posted + running + overrun + ? <= cap\
                    """,
                    amount,
                    shop,
                    window.category(),
                    window.slot(),
                    amount);
            if (taken == 0) throw new IllegalStateException("a cap moved inside its transaction");
            h.execute(
                "INSERT INTO cap_draws (shop, intent, category, slot) VALUES (?, ?, ?, ?)",
                shop,
                intent,
                window.category(),
                window.slot());
          }
          return true;
        });
  }

  /// Running costs stand in the same windows as everything else.
  void running(LocalDate day, long amount) {
    for (Window window : windows(Category.PURCHASE, day)) {
      open(window);
      db.writing(
          h ->
              h.execute(
                  """
                  UPDATE cap_windows SET running = running + ?, cap = CASE
                    WHEN reserved + posted + running + ? > cap THEN reserved + posted + running + ?
                    ELSE cap END
                  WHERE shop = ? AND category = ? AND slot = ?\
                  """,
                  amount,
                  amount,
                  amount,
                  shop,
                  window.category(),
                  window.slot()));
    }
  }

  void post(String intent, long amount) {
    change(intent, "reserved = reserved - ?, posted = posted + ?", amount, amount);
  }

  void release(String intent, long amount) {
    change(intent, "reserved = reserved - ?", amount);
  }

  void overrun(String intent, long amount) {
    change(intent, "overrun = overrun + ?", amount);
  }

  private void change(String intent, String change, Object... amounts) {
    var values = new ArrayList<Object>(List.of(amounts));
    values.addAll(List.of(shop, shop, intent));
    db.writing(
        h ->
            h.execute(
                "UPDATE cap_windows SET "
                    + change
                    + " WHERE shop = ? AND EXISTS (SELECT 1 FROM cap_draws d WHERE d.shop = ?"
                    + " AND d.intent = ? AND d.category = cap_windows.category"
                    + " AND d.slot = cap_windows.slot)",
                values.toArray()));
  }

  /// A window has the limit of the hour; what is taken already stays taken.
  private void open(Window window) {
    db.writing(
        h -> {
          h.execute(
              """
              INSERT INTO cap_windows (shop, category, slot, cap) VALUES (?, ?, ?, ?)
              ON CONFLICT (shop, category, slot) DO NOTHING\
              """,
              shop,
              window.category(),
              window.slot(),
              window.limit());
          h.execute(
              """
              UPDATE cap_windows
              SET cap = CASE WHEN reserved + posted + running > ?
                             THEN reserved + posted + running ELSE ? END
              WHERE shop = ? AND category = ? AND slot = ? AND cap <> ?\
              """,
              window.limit(),
              window.limit(),
              shop,
              window.category(),
              window.slot(),
              window.limit());
        });
  }

  private long left(Window window) {
    return db.read(
        h ->
            h.select(
                    """
                    SELECT ? - reserved - posted - running - overrun
                    FROM cap_windows WHERE shop = ? AND category = ? AND slot = ?\
                    """,
                    window.limit(),
                    shop,
                    window.category(),
                    window.slot())
                .mapTo(Long.class)
                .findOne()
                .map(left -> Math.max(0, left))
                .orElse(window.limit()));
  }

  private long lower(String name, Rule.Kind kind) {
    long cap = limits.get(name).minor();
    return rule(kind).map(agreed -> Math.min(agreed, cap)).orElse(cap);
  }

  private Optional<Long> rule(Rule.Kind kind) {
    return rules
        .amount(kind)
        .filter(cap -> cap.currency().equals(limits.currency()) && !cap.isNegative())
        .map(Money::minor);
  }
}
