package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import shopcrew.bot.gate.SimEvent.Kind;

/// Makes the events of one schedule from its seed. Each schedule has its own mixture: some faults
/// and habits are absent, others are frequent.
final class SimSwarm {
  private static final int SHORTEST = 50;
  private static final int LONGEST = 95;

  private SimSwarm() {}

  static List<SimEvent> events(long seed) {
    var random = new SplittableRandom(seed);
    Map<Kind, Integer> weights = mixture(random);
    int all = weights.values().stream().mapToInt(Integer::intValue).sum();
    int length = random.nextInt(SHORTEST, LONGEST + 1);
    var events = new ArrayList<SimEvent>();
    events.add(event(Kind.PROPOSE, random));
    for (int i = 1; i < length; i++) events.add(event(pick(weights, random.nextInt(all)), random));
    return List.copyOf(events);
  }

  private static SimEvent event(Kind kind, SplittableRandom random) {
    return new SimEvent(kind, random.nextInt(1_000), random.nextInt(1_000), random.nextInt(10_000));
  }

  private static Map<Kind, Integer> mixture(SplittableRandom random) {
    var weights = new EnumMap<Kind, Integer>(Kind.class);
    for (Kind kind : Kind.values()) {
      boolean always =
          switch (kind) {
            case PROPOSE, STEP, WAIT, RESUME, HOURS -> true;
            default -> false;
          };
      if (!always && random.nextInt(2) == 0) continue;
      weights.put(kind, usual(kind) * (1 + random.nextInt(3)));
    }
    return weights;
  }

  private static int usual(Kind kind) {
    return switch (kind) {
      case STEP -> 80;
      case WAIT -> 24;
      case PROPOSE -> 20;
      case FAULT -> 14;
      case RESUME -> 10;
      case CRASH -> 8;
      case TYPE, TAP, SWEEP, HOURS -> 6;
      case PIN, STAND, NO, TICK, FORWARD, AGAIN, LATER, ARRIVE, REDEEM, LATE -> 4;
      case LINE, REPEAT, OVERBILL -> 3;
      case SETTING -> 5;
      case STOP, WITHDRAW, FORGE, BACK, STORE -> 2;
    };
  }

  private static Kind pick(Map<Kind, Integer> weights, int at) {
    int left = at;
    for (var one : weights.entrySet()) {
      left -= one.getValue();
      if (left < 0) return one.getKey();
    }
    throw new IllegalStateException("no kind at " + at);
  }
}
