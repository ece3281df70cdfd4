package shopcrew.bot.doctor;

import dev.langchain4j.model.chat.response.ChatResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import shopcrew.bot.Config;
import shopcrew.bot.doctor.ModelTrial.Skill;
import shopcrew.bot.look.Seen;
import shopcrew.bot.model.Clients;

/// The outside models: each is tried, and what it can do is held against what the settings say.
final class ModelRoom {
  /// A model of one's own may have to be loaded first.
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final int MILLIONTH = 6;
  private static final String ABOUT = "model.";
  private static final String NAME = "name";

  private final Config.Models models;
  private final InstantSource clock;
  private final List<Finding> found = new ArrayList<>();

  private ModelRoom(Config.Models models, InstantSource clock) {
    this.models = models;
    this.clock = clock;
  }

  static List<Finding> look(Config.Models models, InstantSource clock) {
    var room = new ModelRoom(models, clock);
    models.all().forEach(room::tries);
    return room.found;
  }

  private void tries(Config.Model model) {
    ModelTrial.Found trial = ModelTrial.of(Clients.of(hurried(model)), clock);
    switch (trial.trouble()) {
      case Seen.Wrong<ChatResponse>(String why, String detail) ->
          found.add(Finding.bad(ABOUT + why, NAME, model.name(), "detail", detail));
      case Seen.Unreached<ChatResponse>(String why) ->
          found.add(Finding.bad(ABOUT + "unreached", NAME, model.name(), "why", Doctor.WHY + why));
      case null, default -> {
        abilities(model, trial.can());
        bill(model, trial);
      }
    }
  }

  private void abilities(Config.Model model, Set<Skill> can) {
    String name = model.name();
    if (!can.contains(Skill.ANSWERS)) {
      found.add(Finding.bad("model.silent", NAME, name));
      return;
    }
    List<String> lacks = words(EnumSet.complementOf(EnumSet.copyOf(can)));
    String key = lacks.isEmpty() ? "model" : "model.some";
    found.add(Finding.good(key, NAME, name, "can", words(can), "lacks", lacks));
    if (models.choose().contains(model) && !can.contains(Skill.CALLS)) {
      found.add(Finding.bad("model.no_calls", NAME, name));
    }
    sense(name, model.sees(), can.contains(Skill.SEES), "sees");
    sense(name, model.hears(), can.contains(Skill.HEARS), "hears");
  }

  private void sense(String name, boolean said, boolean is, String which) {
    if (said && !is) found.add(Finding.bad("model.not." + which, NAME, name));
    if (!said && is) found.add(Finding.note("model.also." + which, NAME, name));
  }

  private void bill(Config.Model model, ModelTrial.Found trial) {
    if (trial.thinks()) found.add(Finding.note("model.thinks", NAME, model.name()));
    var seconds = BigDecimal.valueOf(trial.took().toMillis(), 3).setScale(1, RoundingMode.UP);
    if (!trial.counted()) {
      found.add(Finding.note("model.took", NAME, model.name(), "seconds", seconds));
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    long cost = model.prices().cost(today, trial.in(), trial.out());
    found.add(
        Finding.note(
            model.prices().free() ? "model.tokens" : "model.cost",
            NAME,
            model.name(),
            "seconds",
            seconds,
            "tokens",
            trial.in() + trial.out(),
            "cost",
            BigDecimal.valueOf(cost, MILLIONTH).stripTrailingZeros().toPlainString()));
  }

  private static List<String> words(Set<Skill> skills) {
    return skills.stream().map(skill -> "skill." + skill.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static Config.Model hurried(Config.Model model) {
    if (model.timeout().compareTo(LONGEST) <= 0) return model;
    return new Config.Model(
        model.provider(),
        model.url(),
        model.key(),
        model.name(),
        model.prices(),
        LONGEST,
        model.streams(),
        model.hears(),
        model.sees());
  }
}
