package shopcrew.bot.gate;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/// A platform on which money is spent for the shop. How it is handled follows from what it can do;
/// an error of any kind proves nothing, except [Refused].
interface Provider {
  /// It said no, and that proves that nothing happened.
  final class Refused extends RuntimeException {
    Refused(String why) {
      super(why);
    }
  }

  enum Way {
    /// K: does the same thing once, however often it is sent under the same key while the key
    // lives.
    KEYED,
    /// P: creates paused at no cost, is found by our tag, read back, and then set running.
    PAUSED_FIRST,
    /// T: found by our tag; sent once.
    TAGGED,
    /// W: one piece for each recipient, each sent at most once; only the platform's own word later
    /// says what became of it, and its bill what it cost.
    BY_ITEM
  }

  /// @param key how long a key is remembered; nought where there are no keys
  /// @param flight how long a request can be on its way at most
  /// @param showsAbsence whether what is not found twice after that time is not there
  /// @param near whether a look costs nothing, so that it is looked every time
  record Traits(Way way, Duration key, Duration flight, boolean showsAbsence, boolean near) {
    static final Duration MINUTE = Duration.ofMinutes(1);

    static Traits pausedFirst(boolean near) {
      return new Traits(Way.PAUSED_FIRST, Duration.ZERO, MINUTE, true, near);
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

  Traits traits();

  /// What it would cost now, in minor units: at most that is asked for.
  default long price(Request request) {
    return request.whole("max");
  }

  /// Creates it paused, or does it, or sends one piece: as its way is.
  ///
  /// @param key the same for the same thing
  void send(Request request, String key);

  List<Found> find(String tag);

  /// Sets running what was created paused.
  void activate(String id);

  /// Stops it; it costs nothing more from here on.
  void pause(String id);

  /// Takes away what never ran, for good: it can never be activated afterwards.
  void remove(String id);
}
