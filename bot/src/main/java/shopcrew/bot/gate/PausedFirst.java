package shopcrew.bot.gate;

import java.util.List;
import java.util.SortedMap;

/// A platform on which a thing can be created paused at no cost, found by our tag, read back, and
/// then set running, as often as one likes.
interface PausedFirst {
  /// It said no, and that proves that nothing happened.
  final class Refused extends RuntimeException {
    Refused(String why) {
      super(why);
    }
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

  void create(Request request);

  List<Found> find(String tag);

  void activate(String id);

  /// Stops it; it costs nothing more from here on.
  void pause(String id);

  /// Takes away what never ran, for good: it can never be activated afterwards.
  void remove(String id);
}
