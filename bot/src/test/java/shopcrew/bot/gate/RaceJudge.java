package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import shopcrew.bot.sandbox.SandboxAds;

/// Reads afterwards, from the shop's rows and the platform's own book, what a round came to.
final class RaceJudge {
  /// What must never happen, by its name in the report.
  final TreeMap<String, Long> counts = new TreeMap<>();

  private final GateWorld world;
  private final List<String> intents;
  private final long seen;
  private final List<String> wrong = new ArrayList<>();

  /// @param seen the last message before the moment
  RaceJudge(GateWorld world, List<String> intents, long seen) {
    this.world = world;
    this.intents = intents;
    this.seen = seen;
    for (String name :
        List.of("double", "unapproved", "over_cap", "lost", "silent", "after_stop")) {
      counts.put(name, 0L);
    }
  }

  List<String> judge(RacePair pair, List<Racers.Done> history) {
    for (var done : history) {
      if (!done.end().equals("ok")) blame("lost", done.work() + " " + done.end());
    }
    for (String fault : world.gate.verifyLedger().faults()) blame("lost", fault);
    for (String intent : intents) one(pair, intent);
    told(history);
    caps(pair);
    order(history);
    return wrong;
  }

  List<String> states() {
    return intents.stream().map(this::state).sorted().toList();
  }

  private void one(RacePair pair, String intent) {
    String state = state(intent);
    if (!pair.ends.contains(state)) blame("lost", intent + " ended as " + state);
    var book = world.ads.book().stream().filter(line -> line.tag().equals("SC-" + intent)).toList();
    long activated = book.stream().filter(l -> l.what().equals("activated")).count();
    long charged = book.stream().mapToLong(SandboxAds.Line::amount).sum();
    long made =
        book.stream().filter(l -> l.what().equals("created")).count()
            - book.stream().filter(l -> l.what().equals("removed")).count();
    if (activated > 1 || made > 1) blame("double", "C1 " + intent + " " + activated);
    long agreed =
        rows("approvals", intent, "step = 'CONFIRM'")
            + rows("spend_intents", intent, "mandate IS NOT NULL");
    if (activated > 0 && pair == RacePair.EPOCH_ARM) blame("unapproved", "A6 " + intent);
    if (activated > 0 && agreed == 0) {
      blame("unapproved", "A1 " + intent);
    }
    if (activated > 0 && rows("gate_receipts", intent, "1 = 1") == 0) blame("lost", "F5 " + intent);
    if (activated > 0 && Set.of("VOIDED", "REJECTED", "EXPIRED").contains(state)) {
      blame("unapproved", "A7 D4 " + intent + " is " + state + " and ran");
    }
    if (charged != sum(intent, "POST"))
      blame("lost", "C10 " + intent + " charged " + charged + ", posted " + sum(intent, "POST"));
    if (rows("gate_ledger", intent, "kind = 'HOLD'") > 1) blame("double", "C6 " + intent);
    path(intent, state);
  }

  /// F2: one audit event for each change, each beginning where the one before ended.
  private void path(String intent, String end) {
    String at = "AWAITING";
    var moves =
        world.db.read(
            h ->
                h.select(
                        "SELECT body FROM gate_audit WHERE intent = ? AND event = 'moved' ORDER BY"
                            + " seq",
                        intent)
                    .mapTo(byte[].class)
                    .list());
    for (byte[] body : moves) {
      var fields = Encoding.decode("gate-event/1", body);
      if (!new Value.Text(at).equals(fields.get("from"))) blame("lost", "F2 " + intent);
      if (java.util.Objects.equals(fields.get("from"), fields.get("to")))
        blame("double", "F2 " + intent + " " + at);
      at = fields.get("to") instanceof Value.Text text ? text.text() : "";
    }
    if (!at.equals(end)) blame("lost", "F2 " + intent + " is " + end + ", its events say " + at);
  }

  /// Everybody who moved was answered, and both owners were told the same things.
  private void told(List<Racers.Done> history) {
    for (var done : history) {
      String who =
          done.work().startsWith("tap jun") || done.work().startsWith("stop") ? "jun" : "mei";
      if (!done.work().equals("sweep") && messages(who) == 0) blame("silent", done.work());
    }
    for (String intent : intents) {
      if (!events("mei", intent).equals(events("jun", intent))) {
        blame("silent", events("mei", intent) + " but " + events("jun", intent));
      }
    }
  }

  private void caps(RacePair pair) {
    if (world.number("SELECT COUNT(*) FROM cap_windows WHERE reserved + posted > cap") > 0) {
      blame("over_cap", "C2");
    }
    long held = intents.stream().filter(i -> rows("gate_ledger", i, "kind = 'HOLD'") > 0).count();
    long over =
        world.number("SELECT COUNT(*) FROM mandates WHERE drawn > total")
            + world.number("SELECT COUNT(*) FROM mandate_days WHERE drawn > cap");
    if (over > 0) blame("over_cap", "C7");
    long drawn =
        intents.stream().filter(i -> rows("spend_intents", i, "mandate <> ''") > 0).count();
    if (pair == RacePair.DRAW_DRAW && drawn != 1) blame("over_cap", "C7: " + drawn + " drawn");
    if (pair == RacePair.CAP_CAP && held != 1) blame("over_cap", "C2: " + held + " of two held");
  }

  /// E1 in real time: both stand inside their transactions, so the later one came after a commit.
  private void order(List<Racers.Done> history) {
    for (var stop : history) {
      Long stopped = stop.reached().get("stop,_not_committed");
      if (stopped == null) continue;
      for (var claim : history) {
        Long claimed = claim.reached().get("claim,_not_committed");
        if (claimed != null && claimed > stopped) blame("after_stop", "E1 " + claim.work());
      }
    }
  }

  private void blame(String what, String why) {
    counts.merge(what, 1L, Long::sum);
    wrong.add(what + ": " + why);
  }

  private String state(String intent) {
    return world.text("SELECT state FROM spend_intents WHERE intent = '" + intent + "'");
  }

  private long rows(String table, String intent, String which) {
    return world.number(
        "SELECT COUNT(*) FROM " + table + " WHERE intent = '" + intent + "' AND " + which);
  }

  private long sum(String intent, String kind) {
    return world.number(
        "SELECT COALESCE(SUM(amount), 0) FROM gate_ledger WHERE kind = '"
            + kind
            + "' AND intent = '"
            + intent
            + "'");
  }

  private long messages(String person) {
    return world.number(
        "SELECT COUNT(*) FROM messages WHERE direction = 'out' AND seq > "
            + seen
            + " AND conversation IN (SELECT id FROM conversations WHERE person = '"
            + person
            + "')");
  }

  /// The things told to everybody; what was said to one finger alone has a cause of its own.
  private Set<String> events(String person, String intent) {
    String start = "gate/" + intent + "/";
    return world
        .db
        .read(
            h ->
                h.select(
                        "SELECT key FROM messages WHERE direction = 'out' AND seq > ? AND"
                            + " conversation IN (SELECT id FROM conversations WHERE person = ?)",
                        seen,
                        person)
                    .mapTo(String.class)
                    .list())
        .stream()
        .filter(key -> key.startsWith(start) && key.indexOf('/', start.length()) < 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
