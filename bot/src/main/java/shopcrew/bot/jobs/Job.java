package shopcrew.bot.jobs;

import java.time.Instant;
import java.util.function.Function;

/// One line of the schedule.
///
/// @param cron when, in the shop's own time
/// @param missed what becomes of a slot that passed while nobody was there
/// @param work does it for that slot and gives a short note for the row
record Job(String name, String cron, Missed missed, Function<Instant, String> work) {
  enum Missed {
    /// Run the newest missed slot late; older ones are skipped.
    RUN_LATE,
    /// Leave it; the next slot covers it.
    SKIP,
    /// Leave it, and ask the owners whether they want it now.
    ASK
  }
}
