package shopcrew.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.config.Provider;
import shopcrew.bot.config.Reading;
import shopcrew.bot.config.Setting;
import shopcrew.bot.config.Slot;
import shopcrew.roles.RoleName;

/// Reads which outside models there are and which of them does what.
final class TeamModels {
  private final Reading reading;
  private final Map<Slot, Config.Model> models = new EnumMap<>(Slot.class);

  private TeamModels(Reading reading) {
    this.reading = reading;
  }

  /// Null if the house model is alone.
  static Config.@Nullable Models of(Reading reading) {
    return new TeamModels(reading).read();
  }

  private Config.@Nullable Models read() {
    for (Slot slot : Slot.values()) {
      Config.Model model = model(slot);
      if (model != null) models.put(slot, model);
    }
    List<Config.Model> order = list(Setting.TEAM_WRITE);
    List<Config.Model> choose = list(Setting.TEAM_CHOOSE);
    var roles = new EnumMap<RoleName, List<Config.Model>>(RoleName.class);
    for (RoleName role : RoleName.values()) {
      Setting own = Setting.team(role.shortName());
      List<Config.Model> list = list(own);
      if (reading.has(own)) roles.put(role, list);
    }
    return models.isEmpty() ? null : new Config.Models(order, choose, roles);
  }

  private List<Config.Model> list(Setting setting) {
    List<Slot> there = List.copyOf(models.keySet());
    return reading.slots(setting, there).stream()
        .filter(models::containsKey)
        .map(slot -> Objects.requireNonNull(models.get(slot)))
        .toList();
  }

  private Config.@Nullable Model model(Slot slot) {
    Provider provider = provider(slot);
    if (provider == null) return null;
    int timeout = reading.number(slot.at("timeout_seconds"), 30, 1, 600);
    boolean streams = reading.yes(slot.at("streams"));
    boolean hears = reading.yes(slot.at("hears"));
    boolean sees = reading.yes(slot.at("sees"));
    var needed = new ArrayList<Setting>();
    if (!provider.hasUsualAddress()) needed.add(slot.at("url"));
    if (provider.asksForKey()) needed.add(slot.at("key"));
    needed.add(slot.at("name"));
    needed.add(slot.at("price"));
    var begun = new ArrayList<>(needed);
    begun.addAll(List.of(slot.at("provider"), slot.at("url"), slot.at("key")));
    if (!reading.whole("model", begun, needed)) return null;
    return new Config.Model(
        provider,
        reading.address(slot.at("url"), ""),
        reading.secret(slot.at("key"), "[!-~]{1,512}"),
        reading.text(slot.at("name"), "", "\\S.{0,199}", "name"),
        reading.prices(slot.at("price")),
        Duration.ofSeconds(timeout),
        streams,
        hears,
        sees);
  }

  /// Null if what stands there is none: then nobody knows what else is needed.
  private @Nullable Provider provider(Slot slot) {
    if (!reading.has(slot.at("provider"))) return Provider.OPENAI;
    String word = reading.oneOf(slot.at("provider"), "", Provider.words());
    return word.isEmpty() ? null : Provider.of(word);
  }
}
