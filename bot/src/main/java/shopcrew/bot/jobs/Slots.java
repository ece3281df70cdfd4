package shopcrew.bot.jobs;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronExpression;

/// The slots of a cron line between two moments.
final class Slots {
  private static final int MOST = 400;

  private Slots() {}

  /// After `from`, up to and with `to`; the newest 400 at most.
  static List<Instant> between(String cron, ZoneId zone, Instant from, Instant to) {
    CronExpression expression = parse(cron, zone);
    var slots = new ArrayList<Instant>();
    Date next = expression.getNextValidTimeAfter(Date.from(from));
    while (next != null && !next.toInstant().isAfter(to)) {
      slots.add(next.toInstant());
      if (slots.size() > MOST) slots.removeFirst();
      next = expression.getNextValidTimeAfter(next);
    }
    return slots;
  }

  static CronExpression parse(String cron, ZoneId zone) {
    try {
      var expression = new CronExpression(cron);
      expression.setTimeZone(TimeZone.getTimeZone(zone));
      return expression;
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a cron line: " + cron, e);
    }
  }
}
