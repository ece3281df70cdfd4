package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Once in every hour, and when the shop opens: do the books hold? If not, nothing is spent until a
/// person has looked.
final class Inspection {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Desk desk;
  private final Stopping stopping;
  private final Owners owners;
  private long inspected = -1;

  Inspection(Desk desk, Stopping stopping, Owners owners) {
    this.desk = desk;
    this.stopping = stopping;
    this.owners = owners;
  }

  void sweep(Instant look) {
    long hour = look.toEpochMilli() / HOUR;
    if (hour == inspected) return;
    inspected = hour;
    if (desk.state().frozen()) return;
    List<String> faults = new Proof(desk).faults();
    if (faults.isEmpty()) return;
    desk.db()
        .writing(
            h -> {
              if (desk.state().frozen()) return;
              stopping.freeze("books: " + faults.getFirst(), desk.clock().now());
              owners.tellAll("books", "books/" + hour);
            });
  }
}
