package shopcrew.bot.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import shopcrew.db.Money;

/// Paid replies and model tokens: too small to ask for each, so the owners allow a sum for every
/// month. Every call's worst case must still fit before it is made.
final class Running {
  private static final long UNIT = 1_000_000;
  private static final int WARN = 80;

  private final Desk desk;
  private final Owners owners;
  private final AtomicLong underWay = new AtomicLong();

  Running(Desk desk, Owners owners) {
    this.desk = desk;
    this.owners = owners;
  }

  /// Takes the worst case into account until [#ran] says what it was.
  boolean may(long worst) {
    if (worst < 0) throw new IllegalArgumentException("a cost below nought");
    if (worst == 0) return true;
    var allowance = allowance();
    if (allowance.isEmpty() || desk.state().frozen()) return false;
    LocalDate today = desk.clock().day(desk.clock().look());
    long before = underWay.getAndAdd(worst);
    long more =
        minor(used(allowance.get(), today) + before + worst) - posted(allowance.get(), today);
    boolean fits =
        more <= left(allowance.get(), today)
            && desk.caps().full(Category.PURCHASE, today, more).isEmpty();
    if (!fits) underWay.addAndGet(-worst);
    if (!fits) say("running.full", 100, today);
    return fits;
  }

  void ran(long worst, long cost) {
    try {
      if (cost > 0) posts(cost);
    } finally {
      underWay.addAndGet(-worst); // only now: what was put aside covers it until it is booked
    }
  }

  private void posts(long cost) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              LocalDate today = desk.clock().day(now);
              var found = allowance();
              if (found.isEmpty()) return;
              var allowance = found.get();
              long before = posted(allowance, today);
              long used = Math.addExact(used(allowance, today), cost);
              h.execute(
                  """
                  INSERT INTO running_costs (shop, allowance, day, millionths, minor)
                  VALUES (?, ?, ?, ?, ?)
                  ON CONFLICT (shop, allowance, day) DO UPDATE
                  SET millionths = excluded.millionths, minor = excluded.minor\
                  """,
                  desk.shop(),
                  allowance.id(),
                  today.toString(),
                  used,
                  minor(used));
              long more = minor(used) - before;
              if (more > 0) desk.purse().running(allowance, more, today, now);
              long month = allowance.doc().max().minor();
              if (left(allowance, today) * 100 <= month * (100 - WARN)) {
                say("running.warn", WARN, today);
              }
            });
  }

  /// The sum that is allowed in every month, if there is one.
  Optional<Intent> allowance() {
    return desk.intents().in(State.ACTIVE).stream()
        .filter(i -> i.provider() == ProviderClass.HOUSE)
        .filter(i -> House.Kind.of(i.doc()) == House.Kind.RUNNING)
        .findFirst();
  }

  private void say(String key, int percent, LocalDate today) {
    var allowance = allowance();
    if (allowance.isEmpty()) return;
    owners.tellAll(
        key,
        "running/" + percent + "/" + month(today) + "/" + allowance.get().id(),
        "left",
        Money.of(Math.max(0, left(allowance.get(), today)), desk.currency()),
        "charged",
        Money.of(sum(allowance.get(), month(today), "minor"), desk.currency()));
  }

  private long left(Intent allowance, LocalDate today) {
    return allowance.doc().max().minor() - sum(allowance, month(today), "minor");
  }

  private long used(Intent allowance, LocalDate today) {
    return sum(allowance, today.toString(), "millionths");
  }

  private long posted(Intent allowance, LocalDate today) {
    return sum(allowance, today.toString(), "minor");
  }

  private long sum(Intent allowance, String days, String column) {
    return desk.db()
        .read(
            h ->
                h.select(
                        "SELECT COALESCE(SUM("
                            + column
                            + "), 0) FROM running_costs WHERE shop = ? AND allowance = ? AND day"
                            + " LIKE ?",
                        desk.shop(),
                        allowance.id(),
                        days + "%")
                    .mapTo(Long.class)
                    .one());
  }

  private static String month(LocalDate day) {
    return day.toString().substring(0, 7);
  }

  /// In whole minor units, never rounded down.
  private long minor(long millionths) {
    long size = UNIT;
    for (int i = 0; i < Money.digits(desk.currency()); i++) size /= 10;
    return Math.ceilDiv(millionths, size);
  }
}
