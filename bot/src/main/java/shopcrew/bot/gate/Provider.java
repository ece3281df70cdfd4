package shopcrew.bot.gate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A platform that carries out what was agreed to, and what can be known of it afterwards.
interface Provider {
  /// It said no, and that proves that nothing happened. Any other fault proves nothing.
  final class Refused extends RuntimeException {
    Refused(String why) {
      super(why);
    }
  }

  /// What can be relied on (class P, K, T, W of the specification; N is the hand-done task).
  enum Kind {
    /// Created paused at no cost, read back, and then set running, as often as one likes.
    PAUSED_FIRST,
    /// The same key twice is one order, for as long as it remembers.
    KEYED,
    /// Sent once, and found again by our tag.
    TAGGED,
    /// Many messages, of which only their own reports tell what became of them.
    REPORTED
  }

  /// @param remembers how long a key is honoured
  /// @param pace how often it may be asked; nought for what is on our own machine
  record Traits(Kind kind, Duration remembers, Duration pace) {
    static final Traits OWN = new Traits(Kind.PAUSED_FIRST, Duration.ZERO, Duration.ZERO);
  }

  enum Status {
    PAUSED,
    RUNNING,
    GONE
  }

  /// @param settings what was asked, as the platform holds it
  /// @param charged what it has cost so far
  /// @param started whether it ever ran
  /// @param over whether it can cost nothing more
  record Found(
      String id,
      Status status,
      SortedMap<String, Value> settings,
      long charged,
      boolean started,
      boolean over) {}

  default Traits traits() {
    return Traits.OWN;
  }

  /// Asks for it, once; paused where that is possible.
  ///
  /// @param key the same for the same spend
  void send(Request request, String key);

  List<Found> find(String tag);

  /// What runs under tags of ours, by its tag; nothing where a platform cannot list it.
  default Map<String, Found> running() {
    return Map.of();
  }

  void activate(String id);

  /// Stops it; it costs nothing more from here on.
  void pause(String id);

  /// Takes away what never ran, for good: it can never be activated afterwards.
  void remove(String id);
}
