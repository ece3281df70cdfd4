package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A platform of class K, T or W with a book of its own, which fails in every way we know.
final class StandInPlatform implements Provider {
  /// F1 to F9 of the specification, as far as sending has to do with them.
  enum Fault {
    REFUSED,
    LOST,
    DONE_ANSWER_LOST,
    DONE_TWICE,
    DONE_THEN_ERROR,
    ERROR,
    DONE_DIFFERENTLY,
    LATE,
    LAGGING
  }

  /// One thing that it really did.
  static final class Done {
    final String id;
    final String tag;
    final String key;
    final SortedMap<String, Value> settings;
    final Instant shows;
    long charged;
    boolean paused;

    Done(String id, String key, Request request, Instant shows) {
      this.id = id;
      this.tag = request.tag();
      this.key = key;
      this.settings = request.settings();
      this.shows = shows;
    }
  }

  final List<Done> book = new ArrayList<>();
  final Deque<Fault> faults = new ArrayDeque<>();
  final List<Runnable> underWay = new ArrayList<>();
  int asked;
  int looked;
  private final Traits traits;
  private final GateWorld.Time time;
  private final Map<String, Instant> keys = new HashMap<>();

  StandInPlatform(Kind kind, Duration remembers, Duration pace, GateWorld.Time time) {
    this.traits = new Traits(kind, remembers, pace);
    this.time = time;
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public void send(Request request, String key) {
    asked++;
    Fault fault = faults.isEmpty() ? null : faults.remove();
    if (fault == null) {
      does(request, key, Duration.ZERO);
      return;
    }
    switch (fault) {
      case REFUSED -> throw new Refused("not like this");
      case LOST, ERROR -> throw new IllegalStateException("503");
      case DONE_ANSWER_LOST, DONE_THEN_ERROR -> {
        does(request, key, Duration.ZERO);
        throw new IllegalStateException("502");
      }
      case DONE_TWICE -> {
        does(request, key, Duration.ZERO);
        does(request, key, Duration.ZERO);
      }
      case DONE_DIFFERENTLY -> {
        var other = new TreeMap<>(request.settings());
        other.put("max", new Value.Whole(request.whole("max") * 2));
        does(new Request(request.tag(), other), key, Duration.ZERO);
      }
      case LATE -> {
        underWay.add(() -> does(request, key, Duration.ZERO));
        throw new IllegalStateException("timed out");
      }
      case LAGGING -> {
        does(request, key, Duration.ofSeconds(40));
        throw new IllegalStateException("timed out");
      }
    }
  }

  private void does(Request request, String key, Duration lag) {
    Instant now = time.instant();
    if (traits.kind() == Kind.KEYED) {
      Instant until = keys.get(key);
      if (until != null && now.isBefore(until)) return;
      keys.put(key, now.plus(traits.remembers()));
    }
    book.add(new Done("p" + book.size(), key, request, now.plus(lag)));
  }

  /// What was long on its way arrives.
  void arrives() {
    underWay.forEach(Runnable::run);
    underWay.clear();
  }

  @Override
  public List<Found> find(String tag) {
    looked++;
    return book.stream()
        .filter(d -> d.tag.equals(tag) && !time.instant().isBefore(d.shows))
        .map(
            d ->
                new Found(
                    d.id,
                    d.paused ? Status.GONE : Status.RUNNING,
                    d.settings,
                    d.charged,
                    true,
                    d.paused))
        .toList();
  }

  @Override
  public void activate(String id) {
    throw new AssertionError("nothing is created paused here");
  }

  @Override
  public void pause(String id) {
    book.stream().filter(d -> d.id.equals(id)).forEach(d -> d.paused = true);
  }

  @Override
  public void remove(String id) {
    throw new AssertionError("it ran");
  }
}
