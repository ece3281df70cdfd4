package shopcrew.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which job ran for which slot of the schedule: once for each slot, whatever the scheduler does.
public final class JobRuns {
  private final Database database;
  private final String shop;

  public JobRuns(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public record Run(String job, Instant slot, String state, Instant startedAt, String note) {}

  /// True for the one who may run this slot.
  public boolean start(String job, Instant slot, Instant now) {
    return enter(job, slot, "started", now, "");
  }

  /// Notes a slot that passed and will not be run.
  public boolean skip(String job, Instant slot, Instant now, String why) {
    return enter(job, slot, "skipped", now, why);
  }

  public void finish(String job, Instant slot, boolean well, String note, Instant now) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE job_runs SET state = :state, note = :note, finished_at = :now
                    WHERE shop = :shop AND job = :job AND slot = :slot\
                    """)
                .bind("state", well ? "done" : "failed")
                .bind("note", note)
                .bind("now", now.toEpochMilli())
                .bind("shop", shop)
                .bind("job", job)
                .bind("slot", slot.toEpochMilli())
                .execute());
  }

  /// The newest slot of the job that is known.
  public Optional<Instant> last(String job) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT max(slot) FROM job_runs WHERE shop = :shop AND job = :job")
                .bind("shop", shop)
                .bind("job", job)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }

  /// What ran, or was skipped, since then.
  public List<Run> since(Instant from) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT job, slot, state, started_at, note FROM job_runs
                    WHERE shop = :shop AND slot >= :from ORDER BY slot, job\
                    """)
                .bind("shop", shop)
                .bind("from", from.toEpochMilli())
                .map(
                    (row, context) ->
                        new Run(
                            row.getString("job"),
                            Instant.ofEpochMilli(row.getLong("slot")),
                            row.getString("state"),
                            Instant.ofEpochMilli(row.getLong("started_at")),
                            row.getString("note")))
                .list());
  }

  private boolean enter(String job, Instant slot, String state, Instant now, String note) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO job_runs (shop, job, slot, state, started_at, note)
                        VALUES (:shop, :job, :slot, :state, :now, :note)
                        ON CONFLICT (shop, job, slot) DO NOTHING\
                        """)
                    .bind("shop", shop)
                    .bind("job", job)
                    .bind("slot", slot.toEpochMilli())
                    .bind("state", state)
                    .bind("now", now.toEpochMilli())
                    .bind("note", note)
                    .execute()
                == 1);
  }
}
