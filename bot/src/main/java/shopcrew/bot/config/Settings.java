package shopcrew.bot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that is given for the settings, the environment over the file, and what is wrong
/// with it.
public final class Settings {
  private static final String PREFIX = "SHOPCREW_";

  /// Names of the environment that are no settings of the file.
  private static final Set<String> OTHERS =
      Set.of(
          PREFIX + "HOME",
          PREFIX + "CONFIG",
          PREFIX + "LOG",
          PREFIX + "JAVA_OPTS",
          PREFIX + "SPENDING");

  private final Path home;
  private final Path file;
  private final Map<Setting, Given> filed;
  private final Map<Setting, Given> given;
  private final List<Fault> faults = new ArrayList<>();
  private final String language;

  private Settings(Map<String, String> environment) {
    home = Path.of(environment.getOrDefault(PREFIX + "HOME", ".shopcrew"));
    String elsewhere = environment.getOrDefault(PREFIX + "CONFIG", "");
    file = elsewhere.isEmpty() ? home.resolve("shopcrew.yaml") : Path.of(elsewhere);
    filed = SettingsFile.read(file, !elsewhere.isEmpty(), faults);
    given = new EnumMap<>(Setting.class);
    given.putAll(filed);
    environment(new TreeMap<>(environment));
    language = language(environment);
  }

  public static Settings of(Map<String, String> environment) {
    return new Settings(environment);
  }

  private void environment(Map<String, String> environment) {
    var known = new TreeSet<>(OTHERS);
    for (Setting setting : Setting.values()) known.add(setting.variable());
    environment.forEach(
        (name, value) -> {
          if (!name.startsWith(PREFIX) || OTHERS.contains(name)) return;
          var place = new Given.Place(name, 0);
          Setting.ofVariable(name)
              .ifPresentOrElse(
                  setting -> {
                    if (!value.isBlank()) given.put(setting, new Given(value.strip(), place));
                  },
                  () -> unknown(name, known));
        });
  }

  private void unknown(String name, Set<String> known) {
    Nearest.to(name, known)
        .ifPresentOrElse(
            meant -> faults.add(Fault.of("variable.near", "name", name, "near", meant)),
            () -> faults.add(Fault.of("variable", "name", name)));
  }

  /// As it is set, else as the machine is; Chinese where neither says anything.
  private String language(Map<String, String> environment) {
    Given set = given.get(Setting.LANGUAGE);
    if (set != null && Set.of("zh", "en").contains(set.text())) return set.text();
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String locale = environment.getOrDefault(name, "");
      if (locale.isEmpty()) continue;
      boolean nobodys = locale.startsWith("C") || locale.startsWith("POSIX");
      return locale.startsWith("zh") || nobodys ? "zh" : "en";
    }
    return "zh";
  }

  public Path home() {
    return home;
  }

  public Path file() {
    return file;
  }

  public String language() {
    return language;
  }

  /// What counts: the environment's word, else the file's.
  public @Nullable Given get(Setting setting) {
    return given.get(setting);
  }

  /// What the file itself says.
  public Map<Setting, String> filed() {
    var texts = new EnumMap<Setting, String>(Setting.class);
    filed.forEach((setting, value) -> texts.put(setting, value.text()));
    return texts;
  }

  /// The variables that stand over what the file says.
  public List<String> overriding() {
    return given.values().stream()
        .map(Given::place)
        .filter(place -> place.line() == 0)
        .map(Given.Place::name)
        .toList();
  }

  /// Every secret that is given, so that the log can leave it out wherever it turns up.
  public Set<String> secrets() {
    return given.entrySet().stream()
        .filter(entry -> entry.getKey().secret())
        .map(entry -> entry.getValue().text())
        .collect(Collectors.toUnmodifiableSet());
  }

  void fault(String key, Object... pairs) {
    faults.add(Fault.of(key, pairs));
  }

  /// One sentence for each.
  public List<String> faults() {
    return Collections.unmodifiableList(faults.stream().map(one -> one.said(language)).toList());
  }
}
