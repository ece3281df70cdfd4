package shopcrew.bot.config;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes values of what was typed. What does not fit is a fault, and the usual value stands in its
/// place, so that the rest can be looked at too.
public final class Reading {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Prices FREE = Prices.of("0").orElseThrow();
  private final Settings settings;

  public Reading(Settings settings) {
    this.settings = settings;
  }

  public boolean has(Setting setting) {
    return settings.get(setting) != null;
  }

  /// @param shape a regular expression
  /// @param says the end of the key of the sentence that describes it
  public String text(Setting setting, String usual, String shape, String says) {
    Given given = settings.get(setting);
    if (given == null) return usual;
    if (given.text().matches(shape)) return given.text();
    fault("text." + says, setting, given);
    return usual;
  }

  /// A secret is never shown in a fault.
  public String secret(Setting setting, String shape) {
    Given given = settings.get(setting);
    if (given == null) return "";
    if (given.text().matches(shape)) return given.text();
    settings.fault("secret", "key", setting.key(), "place", given.place());
    return "";
  }

  public int number(Setting setting, int usual, int least, int most) {
    Given given = settings.get(setting);
    if (given == null) return usual;
    if (given.text().matches("\\d{1,9}")) {
      int number = Integer.parseInt(given.text());
      if (number >= least && number <= most) return number;
    }
    settings.fault(
        "number",
        "key",
        setting.key(),
        "place",
        given.place(),
        "least",
        least,
        "most",
        most,
        "text",
        given.text(),
        "usual",
        usual);
    return usual;
  }

  public boolean yes(Setting setting) {
    Given given = settings.get(setting);
    if (given == null) return false;
    if (Set.of("true", "false").contains(given.text())) return given.text().equals("true");
    fault("flag", setting, given);
    return false;
  }

  public String oneOf(Setting setting, String usual, List<String> choices) {
    Given given = settings.get(setting);
    if (given == null) return usual;
    if (choices.contains(given.text())) return given.text();
    settings.fault(
        "choice",
        "key",
        setting.key(),
        "place",
        given.place(),
        "text",
        given.text(),
        "choices",
        String.join(", ", choices));
    return usual;
  }

  public BigDecimal price(Setting setting) {
    Given given = settings.get(setting);
    if (given == null) return BigDecimal.ZERO;
    if (given.text().matches("\\d{1,6}(\\.\\d{1,6})?")) return new BigDecimal(given.text());
    fault("price", setting, given);
    return BigDecimal.ZERO;
  }

  public Prices prices(Setting setting) {
    Given given = settings.get(setting);
    if (given == null) return FREE;
    return Prices.of(given.text())
        .orElseGet(
            () -> {
              fault("prices", setting, given);
              return FREE;
            });
  }

  /// A list of places for models, in which each stands once.
  ///
  /// @param there those that hold a model; nothing else may be named
  public List<Slot> slots(Setting setting, List<Slot> there) {
    Given given = settings.get(setting);
    if (given == null) return there;
    var named = new ArrayList<Slot>();
    for (String word : given.text().split(",", Slot.values().length + 1)) {
      Optional<Slot> slot =
          Arrays.stream(Slot.values()).filter(one -> one.word().equals(word.strip())).findFirst();
      if (slot.isEmpty() || named.contains(slot.get())) {
        fault("slots", setting, given);
        return there;
      }
      named.add(slot.get());
    }
    for (Slot slot : named) {
      if (!there.contains(slot)) {
        settings.fault(
            "slots.empty",
            "key",
            setting.key(),
            "place",
            given.place(),
            "slot",
            slot.word(),
            "name",
            slot.at("name").key());
      }
    }
    return List.copyOf(named);
  }

  /// Where a platform or a model is spoken to.
  public String address(Setting setting, String usual) {
    Given given = settings.get(setting);
    if (given == null) return usual;
    URI address = uri(given.text());
    if (address != null && Set.of("http", "https").contains(address.getScheme())) {
      return given.text().replaceAll("/+$", "");
    }
    fault("address", setting, given);
    return usual;
  }

  /// Where others reach the shop: encrypted, unless it is this very machine.
  public @Nullable String publicAddress(Setting setting) {
    Given given = settings.get(setting);
    if (given == null) return null;
    URI address = uri(given.text());
    boolean safe =
        address != null
            && ("https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && HERE.contains(address.getHost()));
    if (safe && !given.text().endsWith("/")) return given.text();
    fault("public", setting, given);
    return null;
  }

  /// True if all of them are there; some of them alone are a fault.
  public boolean whole(String fault, List<Setting> parts) {
    return whole(fault, parts, parts);
  }

  /// True if all that is needed is there. If anything of it was begun, what is missing is a fault.
  public boolean whole(String fault, List<Setting> begun, List<Setting> needed) {
    List<Setting> missing = needed.stream().filter(part -> !has(part)).toList();
    if (begun.stream().noneMatch(this::has)) return false;
    if (missing.isEmpty()) return true;
    settings.fault(
        fault,
        "missing",
        missing.stream().map(Setting::key).collect(Collectors.joining(", ")),
        "variables",
        missing.stream().map(Setting::variable).collect(Collectors.joining(", ")));
    return false;
  }

  public void needs(Setting setting, Setting other) {
    settings.fault(
        "needs", "key", setting.key(), "other", other.key(), "variable", other.variable());
  }

  private void fault(String key, Setting setting, Given given) {
    settings.fault(key, "key", setting.key(), "place", given.place(), "text", given.text());
  }

  private static @Nullable URI uri(String text) {
    try {
      URI uri = URI.create(text);
      boolean plain =
          uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
      return uri.getHost() != null && plain ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
