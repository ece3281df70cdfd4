package shopcrew.bot.jobs;

import static shopcrew.bot.jobs.Job.Missed.ASK;
import static shopcrew.bot.jobs.Job.Missed.RUN_LATE;
import static shopcrew.bot.jobs.Job.Missed.SKIP;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shopcrew.bot.Rooms;
import shopcrew.bot.Shop;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.JobRuns;
import shopcrew.db.Outbox.Button;
import shopcrew.db.People.Person;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;

/// Every job of the day in one list, like a crontab. A job is one more sender: it asks the team a
/// question for the owners, and what has facts in it is told to each of them.
public final class Schedule {
  private final Shop shop;
  private final Team team;
  private final Backups backups;
  private final JobRuns runs;
  private final Bundle words = new Bundle("jobs");

  private Schedule(Shop shop, Team team, Path home) {
    this.shop = shop;
    this.team = team;
    this.backups = new Backups(shop.rooms().database(), home.resolve("backups"));
    this.runs = new JobRuns(shop.rooms().database(), shop.rooms().shop());
  }

  public static Jobs of(Shop shop, Team team, Path home) {
    var schedule = new Schedule(shop, team, home);
    return new Jobs(
        schedule.runs, schedule.lines(), shop.clock(), shop.zone(), schedule::askAboutMissed);
  }

  private List<Job> lines() {
    return List.of(
        // second minute hour day month weekday
        new Job("backup", "0 15 3 * * ?", RUN_LATE, backups::make),
        new Job("briefing", "0 30 8 * * ?", RUN_LATE, slot -> tell("briefing", slot)),
        new Job("ad_results", "0 0 9 * * ?", SKIP, slot -> tell("ad_results", slot)),
        new Job("week", "0 0 9 ? * MON", ASK, slot -> tell("week", slot)),
        new Job("low_stock", "0 0 10 * * ?", RUN_LATE, slot -> tell("low_stock", slot)));
  }

  private String tell(String job, Instant slot) {
    int told = 0;
    for (Person owner : shop.rooms().people().approvers()) {
      for (String conversation : shop.rooms().people().conversations(owner.id())) {
        if (tell(job, slot, owner, conversation)) told++;
      }
    }
    return "told " + told;
  }

  private boolean tell(String job, Instant slot, Person owner, String conversation) {
    Turn turn =
        new Turn(
            shop.rooms().shop(),
            conversation,
            new Speaker.Owner(owner.id(), owner.name()),
            words.say(owner.language(), job + ".ask"),
            owner.language(),
            shop.clock().instant(),
            shop.zone(),
            List.of(),
            List.of(),
            null);
    Team.Answered answered = team.answer(turn);
    if (!(answered.outcome() instanceof Outcome.Answer(Told told)) || told.facts().isEmpty()) {
      return false;
    }
    String text = told.say();
    if (job.equals("briefing")) text += missed(owner.language(), slot);
    shop.rooms()
        .outbox()
        .add(
            conversation,
            answered.role().shortName(),
            "notice",
            text,
            List.of(),
            "job:" + job + ":" + slot.toEpochMilli(),
            told.facts().stream()
                .map(Told.Fact::source)
                .distinct()
                .collect(Collectors.joining(" ")),
            answered.prompt());
    return true;
  }

  /// What did not run since the last briefing, for the end of this one.
  private String missed(String language, Instant slot) {
    var lines = new ArrayList<String>();
    for (JobRuns.Run run : runs.since(slot.minus(Duration.ofDays(1)))) {
      boolean failed = run.state().equals("failed");
      if (!failed && !run.note().startsWith("missed")) continue;
      String when = run.slot().atZone(shop.zone()).toLocalTime().toString();
      lines.add(
          words.say(
              language,
              failed ? "failed" : "missed",
              "job",
              words.say(language, run.job() + ".name"),
              "when",
              when));
    }
    return lines.isEmpty() ? "" : "\n" + String.join("\n", lines);
  }

  private void askAboutMissed(String job, Instant slot) {
    Rooms rooms = shop.rooms();
    for (Person owner : rooms.people().approvers()) {
      String question =
          words.say(owner.language(), "ask", "job", words.say(owner.language(), job + ".name"));
      String wish = words.say(owner.language(), job + ".ask");
      for (String conversation : rooms.people().conversations(owner.id())) {
        rooms
            .outbox()
            .add(
                conversation,
                "manager",
                question,
                List.of(new Button(wish, "say:" + wish)),
                "missed:" + job + ":" + slot.toEpochMilli());
      }
    }
  }
}
