package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Allowance;
import shopcrew.bot.Config;
import shopcrew.roles.Minds;
import shopcrew.roles.RoleName;

/// Puts the models of the settings before the house model of each role.
public final class Models {
  private Models() {}

  /// How a role's model is made, once it is known what pays for it.
  @FunctionalInterface
  public interface Way {
    Minds metered(Allowance allowance);

    /// The models that can help beside the team's talk, in their order.
    default List<Aide> aides(Allowance allowance) {
      return List.of();
    }
  }

  /// Every role keeps its house model, which costs nothing.
  public static Way house() {
    return _ -> Minds.HOUSE;
  }

  /// Without settings every role keeps its house model.
  public static Way of(Config.@Nullable Models settings) {
    return settings == null ? house() : of(settings, InstantSource.system(), Thread::sleep);
  }

  static Way of(Config.Models settings, InstantSource time, AskedAgain.Pause pause) {
    var clients = new HashMap<Config.Model, ChatModel>();
    settings.all().forEach(model -> clients.computeIfAbsent(model, Clients::of));
    return new Way() {
      @Override
      public Minds metered(Allowance allowance) {
        var ready = new HashMap<Config.Model, WithFallback.Named>();
        clients.keySet().forEach(model -> ready.put(model, paid(model, allowance)));
        return (role, task, house) -> {
          var order = order(settings, role, task).stream().map(ready::get).toList();
          return order.isEmpty() ? house : new WithFallback(order, house);
        };
      }

      @Override
      public List<Aide> aides(Allowance allowance) {
        return settings.all().stream()
            .map(it -> new Aide(paid(it, allowance).model(), it.hears(), it.sees()))
            .toList();
      }

      private WithFallback.Named paid(Config.Model model, Allowance allowance) {
        ChatModel client = Objects.requireNonNull(clients.get(model));
        return guarded(new Metered(client, model, allowance, time), model, time, pause);
      }
    };
  }

  private static WithFallback.Named guarded(
      ChatModel metered, Config.Model model, InstantSource time, AskedAgain.Pause pause) {
    var again = new AskedAgain(metered, model.timeout(), time, pause);
    var usable = new Usable(new Fuse(again, time));
    return new WithFallback.Named(model.name(), new Remembered(usable, model.name()));
  }

  private static List<Config.Model> order(Config.Models settings, RoleName role, Minds.Task task) {
    return switch (task) {
      case CHOOSE -> settings.choose();
      case WRITE -> settings.roles().getOrDefault(role, settings.order());
    };
  }
}
