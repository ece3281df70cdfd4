package shopcrew.bot.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// Which parts are run: all, or those that `-Dbench.phases` names (channels and phases in one
// list).
record Wanted(Set<String> names, int seconds, int kills) {
  private static final Set<String> CHANNELS = Set.of("telegram", "whatsapp");

  static Wanted read() {
    var names = new TreeSet<String>();
    for (String name : System.getProperty("bench.phases", "").split(",", -1)) {
      if (!name.isBlank()) names.add(name.strip());
    }
    return new Wanted(
        names, Integer.getInteger("bench.seconds", 0), Integer.getInteger("bench.kills", 20));
  }

  boolean channel(String name) {
    return names.contains(name) || CHANNELS.stream().noneMatch(names::contains);
  }

  boolean phase(String... any) {
    return Arrays.stream(any).anyMatch(names::contains) || CHANNELS.containsAll(names);
  }

  Duration time(int usual) {
    return Duration.ofSeconds(seconds > 0 ? seconds : usual);
  }
}
