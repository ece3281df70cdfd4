package shopcrew.bot.exam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Config;
import shopcrew.bot.model.Models;
import shopcrew.roles.Trace;

/// Who sits the exam: the house model alone, a model with the house model behind it, or the team as
/// the settings have it.
///
/// @param name as the report calls it
/// @param settings the outside models, or null for the house model alone
public record Candidate(String name, Config.@Nullable Models settings) {
  public static Candidate house() {
    return new Candidate(Trace.HOUSE, null);
  }

  /// One model that does all the work.
  public static Candidate of(Config.Model model) {
    List<Config.Model> alone = List.of(model);
    return new Candidate(model.name(), new Config.Models(alone, alone, Map.of()));
  }

  /// The model of that name among those of the settings.
  public static Optional<Candidate> named(String name, Config.Models settings) {
    return settings.all().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .map(Candidate::of);
  }

  Set<Config.Model> models() {
    return settings == null ? Set.of() : settings.all();
  }

  /// The way to it, which draws on the exam's own bound and on no shop's purse. It helps with
  /// nothing beside the talk, since nobody reads that here.
  Models.Way way(Bound bound) {
    Models.Way way = Models.of(settings);
    return _ -> way.metered(bound);
  }
}
