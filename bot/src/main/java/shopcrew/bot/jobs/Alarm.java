package shopcrew.bot.jobs;

import java.util.Properties;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/// Quartz, which says when to look. Being late, doubled or silent for a while changes when a job
/// runs, never whether it runs twice.
public final class Alarm implements AutoCloseable {
  private static final int SECONDS = 2;
  private static final String WORK = "work";
  private final Scheduler scheduler;

  public Alarm(Runnable work) {
    try {
      var settings = new Properties();
      settings.setProperty("org.quartz.scheduler.instanceName", "shopcrew");
      settings.setProperty("org.quartz.threadPool.threadCount", "1");
      settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
      scheduler = new StdSchedulerFactory(settings).getScheduler();
      scheduler.getContext().put(WORK, work);
      scheduler.scheduleJob(
          JobBuilder.newJob(TickJob.class).withIdentity("tick").build(),
          TriggerBuilder.newTrigger()
              .startNow()
              .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(SECONDS))
              .build());
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule could not be started", e);
    }
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Looks once.
  @DisallowConcurrentExecution
  public static final class TickJob implements org.quartz.Job {
    @Override
    public void execute(JobExecutionContext context) {
      try {
        Object work = context.getScheduler().getContext().get(WORK);
        if (work instanceof Runnable runnable) runnable.run();
      } catch (SchedulerException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
