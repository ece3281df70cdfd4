package shopcrew.bot.jobs;

import static shopcrew.bot.jobs.Job.Missed.ASK;
import static shopcrew.bot.jobs.Job.Missed.RUN_LATE;
import static shopcrew.bot.jobs.Job.Missed.SKIP;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Config;
import shopcrew.bot.PromiseBook;
import shopcrew.bot.Rooms;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.turns.Diary;
import shopcrew.bot.turns.Usage;
import shopcrew.db.JobRuns;
import shopcrew.db.Outbox.Button;
import shopcrew.db.People.Person;
import shopcrew.db.privacy.Privacy;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;

/// Every job of the day in one list, like a crontab. A job is one more sender: it asks the team a
/// question for the owners, and what has facts in it is told to each of them.
public final class Schedule {
  private static final Duration LOOKED_BACK = Duration.ofDays(8);
  private static final int MOST_NAMED = 3;
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final Shop shop;
  private final Team team;
  private final Backups backups;
  private final Privacy privacy;
  private final JobRuns runs;
  private final Diary diary;
  private final Bundle words = new Bundle("jobs");

  /// What a copy of the store leaves the house by.
  public record Outward(Config.@Nullable Backup backup, List<Channel> channels) {}

  private Schedule(Shop shop, Team team, Path home, Privacy privacy, Outward outward) {
    this.shop = shop;
    this.team = team;
    this.privacy = privacy;
    this.runs = new JobRuns(shop.rooms().database(), shop.rooms().shop());
    this.diary = new Diary(shop.rooms().database(), shop.rooms().shop(), shop.clock());
    var courier =
        new Courier(shop.rooms(), runs, home, shop.zone(), outward.backup(), outward.channels());
    this.backups = new Backups(shop.rooms().database(), home.resolve("backups"), courier);
  }

  public static Jobs of(Shop shop, Team team, Path home, Privacy privacy, Outward outward) {
    var schedule = new Schedule(shop, team, home, privacy, outward);
    return new Jobs(
        schedule.runs, schedule.lines(), shop.clock(), shop.zone(), schedule::askAboutMissed);
  }

  private List<Job> lines() {
    return List.of(
        // second minute hour day month weekday; no clock in the world skips the hour after five
        new Job("backup", "0 15 5 * * ?", RUN_LATE, backups::make),
        new Job("forget", "0 45 5 * * ?", RUN_LATE, slot -> privacy.retain(slot)),
        new Job("ad_results", "0 0 9 * * ?", SKIP, slot -> tell("ad_results", slot)),
        new Job("week", "0 0 9 ? * MON", ASK, slot -> tell("week", slot)),
        new Job("low_stock", "0 0 10 * * ?", RUN_LATE, slot -> tell("low_stock", slot)),
        new Job("wordings", "0 40 7 * * ?", RUN_LATE, shop.learning()::check),
        new Job("learning", "0 0 17 * * ?", RUN_LATE, shop.learning()::evening),
        // the last, so that it can name what the others missed
        new Job("briefing", "0 30 8 * * ?", RUN_LATE, slot -> tell("briefing", slot)));
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
    String cause = "job:" + job + ":" + slot.toEpochMilli();
    var way = diary.entry(turn, answered, cause, 0, 0);
    return shop.rooms()
        .database()
        .write(
            _ -> {
              diary.keep(way);
              return tell(job, slot, owner, answered, conversation, cause);
            });
  }

  private boolean tell(
      String job,
      Instant slot,
      Person owner,
      Team.Answered answered,
      String conversation,
      String cause) {
    if (!(answered.outcome() instanceof Outcome.Answer(Told told)) || told.facts().isEmpty()) {
      return false;
    }
    String text = told.say();
    if (job.equals("briefing")) text += missed(owner.language(), slot) + head(owner.language());
    if (job.equals("week")) text += usage(owner.language(), slot);
    shop.rooms()
        .outbox()
        .add(
            conversation,
            answered.role().shortName(),
            "notice",
            text,
            PromiseBook.ticks(owner.language(), told),
            cause,
            told.sources(),
            answered.prompt());
    return true;
  }

  /// What models did in the week before that day.
  private String usage(String language, Instant slot) {
    LocalDate day = LocalDate.ofInstant(slot, shop.zone());
    var usage = new Usage(shop.rooms().database(), shop.rooms().shop(), language);
    return usage
        .week(
            day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1),
            shop.gate().statement(YearMonth.from(day), language))
        .map(line -> "\n" + line)
        .orElse("");
  }

  /// What did not run, as far as the briefing before this one could not say it.
  private String missed(String language, Instant slot) {
    List<JobRuns.Run> known = runs.since(slot.minus(LOOKED_BACK));
    Instant told =
        known.stream()
            .filter(run -> run.job().equals("briefing") && run.slot().isBefore(slot))
            .filter(run -> run.state().equals("done"))
            .map(JobRuns.Run::startedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    var times = new LinkedHashMap<String, List<String>>();
    for (JobRuns.Run run : known) {
      boolean unfinished = run.state().equals("started") && !run.slot().equals(slot);
      boolean failed = run.state().equals("failed") || unfinished;
      if (!run.startedAt().isAfter(told)) continue;
      if (!failed && !run.note().startsWith("missed")) continue;
      times
          .computeIfAbsent((failed ? "failed " : "missed ") + run.job(), _ -> new ArrayList<>())
          .add(WHEN.format(run.slot().atZone(shop.zone())));
    }
    var text = new StringBuilder();
    times.forEach(
        (what, when) -> {
          String[] parts = what.split(" ", 2);
          String job = words.say(language, parts[1] + ".name");
          List<String> newest = when.subList(Math.max(0, when.size() - MOST_NAMED), when.size());
          String named = String.join(words.say(language, "and"), newest);
          text.append("\n").append(words.say(language, parts[0], "job", job, "when", named));
        });
    return text.toString();
  }

  /// Kept in the owners' chats, where nobody who changes the books can reach it.
  private String head(String language) {
    String code = shop.gate().head();
    return code.isEmpty() ? "" : "\n" + words.say(language, "head", "code", code);
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
