package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the reference model knows of one spend.
final class SimSpend {
  final SimRows.Row first;
  final SimAgent.@Nullable Ask ask;
  State state = State.AWAITING;
  final Map<String, List<String>> steps = new HashMap<>();
  final Set<String> toldOf = new HashSet<>();
  String window = "";
  long armedAt;
  long notBefore;
  long useBy;
  long endedAt;
  boolean refused;
  /// Wrong amounts, at least and at most: an event in which we died may have counted or not.
  int wrongAtLeast;

  int wrongAtMost;
  int sends;
  long posted;
  long overrun;
  long unknownSince;

  /// What a person said was paid for a task done by hand; -1: nothing was said.
  long said = -1;

  SimSpend(SimRows.Row first, SimAgent.@Nullable Ask ask) {
    this.first = first;
    this.ask = ask;
  }

  String id() {
    return first.id();
  }

  String tag() {
    return "SC-" + first.id();
  }

  boolean byPlatform() {
    return first.provider().equals("SANDBOX");
  }

  boolean byHand() {
    return first.provider().equals("BY_HAND");
  }

  long charged() {
    return posted + overrun;
  }

  /// C6: what must be put aside for it now.
  long held() {
    return switch (state) {
      case ARMED, SENDING, UNKNOWN, NEEDS_HUMAN -> first.amount();
      case ACTIVE -> first.amount() - posted;
      case AWAITING, SETTLED, VOIDED, REJECTED, EXPIRED, SUPERSEDED -> 0;
    };
  }

  /// A2: one person has gone all steps, in their order.
  boolean complete(String person) {
    return List.copyOf(steps.getOrDefault(person, List.of())).equals(needed(first.tier()));
  }

  boolean quorum() {
    long persons = steps.keySet().stream().filter(this::complete).count();
    return persons >= (first.tier() >= 4 ? 2 : 1);
  }

  static List<String> needed(int tier) {
    return switch (tier) {
      case 1 -> List.of("REVIEW", "CONFIRM");
      case 2 -> List.of("REVIEW", "AMOUNT", "CONFIRM");
      default -> List.of("REVIEW", "AMOUNT", "PIN", "CONFIRM");
    };
  }

  void step(String person, String step) {
    steps.computeIfAbsent(person, p -> new ArrayList<>()).add(step);
  }

  boolean agreed() {
    return switch (state) {
      case ARMED, SENDING, UNKNOWN, NEEDS_HUMAN, ACTIVE, SETTLED -> true;
      case AWAITING, VOIDED, REJECTED, EXPIRED, SUPERSEDED -> false;
    };
  }

  static boolean end(State state) {
    return switch (state) {
      case SETTLED, VOIDED, REJECTED, EXPIRED, SUPERSEDED -> true;
      case AWAITING, ARMED, SENDING, UNKNOWN, NEEDS_HUMAN, ACTIVE -> false;
    };
  }
}
