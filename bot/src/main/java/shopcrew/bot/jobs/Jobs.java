package shopcrew.bot.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.db.JobRuns;

/// Does what is due. However often it is called, a slot is run once; a slot that passed while the
/// shop was closed is found from the rows and treated by its job's rule.
public final class Jobs {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Duration IN_TIME = Duration.ofMinutes(10);

  private final JobRuns runs;
  private final List<Job> schedule;
  private final InstantSource clock;
  private final ZoneId zone;
  private final BiConsumer<String, Instant> ask;
  private final ReentrantLock one = new ReentrantLock();

  /// @param ask asks the owners about a missed slot of a job
  Jobs(
      JobRuns runs,
      List<Job> schedule,
      InstantSource clock,
      ZoneId zone,
      BiConsumer<String, Instant> ask) {
    this.runs = runs;
    this.schedule = List.copyOf(schedule);
    this.clock = clock;
    this.zone = zone;
    this.ask = ask;
  }

  /// A shop that opens for the first time has missed nothing.
  public void open() {
    Instant now = clock.instant();
    for (Job job : schedule) {
      if (runs.last(job.name()).isEmpty()) runs.skip(job.name(), now, now, "opened");
    }
  }

  /// Runs every slot that is due and was not treated before.
  public void runDue() {
    one.lock();
    try {
      Instant now = clock.instant();
      for (Job job : schedule) {
        Instant last = runs.last(job.name()).orElse(now);
        List<Instant> due = Slots.between(job.cron(), zone, last, now);
        for (Instant slot : due) treat(job, slot, slot.equals(due.getLast()), now);
      }
    } finally {
      one.unlock();
    }
  }

  private void treat(Job job, Instant slot, boolean newest, Instant now) {
    boolean late = slot.plus(IN_TIME).isBefore(now);
    if (!late) {
      run(job, slot, "");
      return;
    }
    switch (job.missed()) {
      case RUN_LATE -> {
        if (newest) run(job, slot, "late ");
        else runs.skip(job.name(), slot, now, "missed: a newer slot ran instead");
      }
      case SKIP -> runs.skip(job.name(), slot, now, "missed: the next slot covers it");
      case ASK -> {
        if (runs.skip(job.name(), slot, now, "missed: the owners were asked") && newest) {
          ask.accept(job.name(), slot);
        }
      }
    }
  }

  private void run(Job job, Instant slot, String how) {
    if (!runs.start(job.name(), slot, clock.instant())) return;
    try {
      String note = job.work().apply(slot);
      runs.finish(job.name(), slot, true, how + note, clock.instant());
    } catch (RuntimeException e) {
      LOG.error("The job {} failed for {}", job.name(), slot, e);
      runs.finish(job.name(), slot, false, how + e, clock.instant());
    }
  }
}
