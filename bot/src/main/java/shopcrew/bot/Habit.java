package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Tasks.Answered;

/// How long a customer usually waits for a person, from what the owners have answered in the last
/// weeks. It is said as a habit, never as a promise; with too little to go by, nothing is said.
final class Habit {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final int ENOUGH = 5;
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final List<Integer> MINUTES = List.of(5, 10, 15, 20, 30, 45, 60, 90);

  /// One answer in so many may come earlier or later than the hours that are named.
  private static final int RARE = 10;

  private final Rooms rooms;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Bundle words = new Bundle("handover");

  Habit(Rooms rooms, InstantSource clock, ZoneId zone) {
    this.rooms = rooms;
    this.clock = clock;
    this.zone = zone;
  }

  /// One sentence for somebody who is handed over now, or empty.
  String say(String language) {
    Instant now = clock.instant();
    List<Answered> known = rooms.tasks().answered(now.minus(LOOKED_BACK));
    if (known.size() < ENOUGH) return "";
    List<Integer> hours = known.stream().map(one -> hour(one.answered())).sorted().toList();
    int opens = hours.get(hours.size() / RARE);
    int closes = hours.get(hours.size() - 1 - hours.size() / RARE);
    List<Duration> waits =
        known.stream()
            .filter(one -> within(hour(one.asked()), opens, closes))
            .map(one -> Duration.between(one.asked(), one.answered()))
            .sorted()
            .toList();
    boolean enough = waits.size() >= ENOUGH;
    Duration usual = enough ? waits.get(waits.size() / 2) : LONGEST.plusHours(1);
    String wait = usual.compareTo(LONGEST) > 0 ? "" : about(usual, language);
    ZonedDateTime here = now.atZone(zone);
    if (within(here.getHour(), opens, closes)) {
      return wait.isEmpty() ? "" : words.say(language, "habit", "wait", wait);
    }
    boolean night = here.getHour() >= 21 || here.getHour() < 6;
    String when = words.say(language, night ? "habit.night" : "habit.off");
    String from =
        words.say(language, "habit.from", "when", when, "hour", opens, "zone", here.getOffset());
    return wait.isEmpty() ? from.strip() : words.say(language, "habit", "wait", wait) + from;
  }

  private int hour(Instant at) {
    return at.atZone(zone).getHour();
  }

  private static boolean within(int hour, int opens, int closes) {
    return hour >= opens && hour <= closes;
  }

  /// In round figures, never shorter than it was.
  private String about(Duration usual, String language) {
    long exact = usual.toMinutes();
    for (int minutes : MINUTES) {
      if (exact <= minutes) return words.say(language, "habit.minutes", "count", minutes);
    }
    return words.say(language, "habit.hours", "count", (exact + 59) / 60);
  }
}
