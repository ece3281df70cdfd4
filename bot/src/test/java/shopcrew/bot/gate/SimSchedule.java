package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plays schedules, and makes a failing one as short as it gets.
final class SimSchedule {
  private SimSchedule() {}

  static SimWorld play(SimShop.Store store, List<SimEvent> events) {
    var world = new SimWorld(store.shop());
    for (var event : events) world.play(event);
    world.settle();
    return world;
  }

  /// What went wrong; null: nothing.
  static @Nullable Throwable fault(SimShop.Store store, List<SimEvent> events) {
    try {
      play(store, events);
      return null;
    } catch (AssertionError e) {
      return e;
    }
  }

  static String rule(Throwable fault) {
    return fault instanceof SimFailure failure ? failure.rule : "threw";
  }

  /// Delta debugging: the fewest events that still break the same rule.
  static List<SimEvent> shrink(SimShop.Store store, List<SimEvent> events, String rule) {
    List<SimEvent> least = events;
    int parts = 2;
    while (least.size() > 1) {
      int size = Math.ceilDiv(least.size(), parts);
      List<SimEvent> shorter = null;
      for (int from = 0; from < least.size() && shorter == null; from += size) {
        var rest = new ArrayList<>(least);
        rest.subList(from, Math.min(least.size(), from + size)).clear();
        var fault = fault(store, rest);
        if (fault != null && rule(fault).equals(rule)) shorter = rest;
      }
      if (shorter != null) {
        least = shorter;
        parts = Math.max(2, parts - 1);
      } else if (size == 1) {
        return least;
      } else {
        parts = Math.min(least.size(), parts * 2);
      }
    }
    return least;
  }
}
