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
  final long max;
  final SpendDoc doc;
  final Map<String, Long> confirmedAt = new HashMap<>();
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

  /// A person looked at the platform and said what it cost.
  boolean attested;

  /// What a person said was paid for a task done by hand; -1: nothing was said.
  long said = -1;

  SimSpend(SimRows.Row first, SpendDoc doc, SimAgent.@Nullable Ask ask) {
    this.first = first;
    this.doc = doc;
    this.max = doc.max().minor();
    this.ask = ask;
  }

  /// The amount on the card: of the gate's own matters nothing is put aside.
  long worst() {
    return house() ? max : first.amount();
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

  boolean house() {
    return first.provider().equals("HOUSE");
  }

  /// Asked for by an owner alone, in the settings: the limits on asking are not about it.
  boolean setting() {
    return house() && !first.kind().equals("mandate");
  }

  boolean draw() {
    return !first.mandate().isEmpty();
  }

  List<String> needed() {
    return SimHouse.steps(first.tier(), first.typed());
  }

  /// A2: one person has gone all steps, in their order.
  boolean complete(String person) {
    var done = new ArrayList<>(steps.getOrDefault(person, List.of()));
    if (first.tier() == 4 && first.persons() == 1) done.remove("AGAIN");
    return done.equals(needed());
  }

  /// A1: distinct persons, a lent vote for one of them, or a second PIN after a night.
  boolean quorum() {
    long persons = steps.keySet().stream().filter(this::complete).count();
    long lent = steps.values().stream().filter(s -> s.contains("LENT")).count();
    boolean slept =
        first.tier() < 4
            || first.persons() > 1
            || steps.values().stream().anyMatch(s -> s.contains("AGAIN"));
    return persons >= 1 && persons + Math.min(1, lent) >= first.persons() && slept;
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
