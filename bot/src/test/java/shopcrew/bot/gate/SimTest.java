package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopcrew.bot.proof.Figures;

/// The simulated shop: thousands of schedules of people, an assistant at its worst, faults and
/// deaths over the real gate, each step compared with a reference that shares no code with it.
///
/// To play one again: `-Dsim.seed=… -Dsim.most=1`.
///
/// That it would notice: each of these, put into the gate for a trial, was found and shrunk to the
/// number of events that stands behind it.
///
/// - STOP leaves what is armed: 4 (E1)
/// - no last look before it is set running: 6 (G1)
/// - UNKNOWN gives the hold back: 9 (C6)
/// - one yes is enough where two are needed: 5 (the schema refuses)
/// - more steps are not asked when the sum has grown: 5 (A10)
/// - sent again when no answer came: 5
/// - a button counts under any line: 2 (A5)
/// - absent at the first look: 5 (D4)
class SimTest {
  private static final long FIRST_SEED = Long.getLong("sim.seed", 20_261_120);
  private static final int MOST = Integer.getInteger("sim.most", Figures.full() ? 1 << 30 : 1_000);
  private static final long SECONDS = Long.getLong("sim.seconds", Figures.full() ? 360 : 14);
  private static final int STORE_FOR = 100;
  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final Map<String, Integer> counts = new TreeMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final long start = System.nanoTime();
  private long longestUnknown;
  private volatile boolean failed;

  @Test
  void no_schedule_breaks_a_rule() throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < THREADS; i++) all.add(threads.submit(this::schedules));
      for (var one : all) one.get();
    }
    var figures =
        Figures.of("simulator")
            .put("first_seed", FIRST_SEED)
            .put("seconds", seconds())
            .put("longest_unknown_minutes", longestUnknown / 60_000);
    counts.forEach(figures::put);
    for (String zero : List.of("double", "unapproved", "over_cap", "lost", "silent")) {
      figures.put(zero, 0); // the first one of these ends the run with its seed
    }
    figures
        .notCovered("providers that confirm by webhook alone or honour idempotency keys")
        .notCovered("tampered rows, restored backups and second installations")
        .notCovered("deaths inside SQLite itself: a death here rolls the open transaction back")
        .notCovered("more than one process or thread on one shop")
        .write();
  }

  /// What once went wrong, as it was shrunk.
  @ParameterizedTest
  @ValueSource(
      strings = {
        // the clock stood still, and the second tap on "resume" met the first one's question
        "STOP 586 253 8509; RESUME 238 568 550; BACK 56 777 9707; AGAIN 544 786 8376",
        // the week's cap was full, and the card had no word for the week
        "SETTING 650 325 421; PROPOSE 202 685 1423",
        // a mandate ended with the authority, and nobody was told
        "SETTING 640 212 7085; STEP 350 649 5483; STEP 942 7 2168; STEP 927 316 3344;"
            + "STEP 358 128 283; STEP 428 432 9157; PROPOSE 919 345 3599; STEP 1 437 7697;"
            + "STEP 293 457 2773; STEP 586 917 1595; STEP 432 542 4890; STEP 846 373 8205;"
            + "STEP 388 402 9114; STEP 243 100 681; WAIT 195 423 6525",
        // a lent vote counted for the gate's own lines
        "SETTING 357 111 5837; STEP 62 753 8566; STEP 48 809 1847; SETTING 248 923 2597;"
            + "STEP 964 167 7606; STEP 302 321 5311; WAIT 69 477 3617; STEP 708 453 6058;"
            + "STEP 172 259 7604; STEP 428 619 7773",
        // a new allowance of daily costs took the place of the old one, and nobody was told
        "SETTING 470 47 8928; STEP 63 703 8360; STEP 575 453 6787; SETTING 296 437 5542;"
            + "STEP 259 604 6468; STEP 943 400 8579; STEP 741 50 4135; STEP 164 810 1037;"
            + "STEP 276 429 5121; STEP 97 152 3804; STEP 948 398 7429; STEP 428 79 861;"
            + "STEP 612 114 1473; STEP 640 661 4905; STEP 863 546 4275; STEP 133 526 5152;"
            + "WAIT 423 823 4305; STEP 658 286 4786; STEP 100 168 3844",
        // the price moved before a lower one was done: asked for anew, by nobody in the model
        "PROPOSE 746 55 6579; STEP 929 934 2445; PROPOSE 559 200 2452; STEP 223 821 5520",
        // the same lower price at another stock is another wish
        "PROPOSE 693 820 9510; PROPOSE 571 684 1610; PROPOSE 59 697 6582; PROPOSE 424 583 8200;"
            + "STEP 816 916 3777; STEP 632 393 5502; PROPOSE 488 552 6347; PROPOSE 482 723 66",
        // billed beyond its sum before anybody knew that it ran, and no alarm
        "LINE 730 531 4018; FAULT 990 127 7571; FAULT 501 884 6365; LINE 253 731 680;"
            + "PROPOSE 814 471 2840; STEP 247 725 3935; STEP 497 131 845; WAIT 152 140 7036;"
            + "PROPOSE 982 19 3003; OVERBILL 390 193 2053",
        // who lent the vote had looked at the card: the vote counts, the look alone would not
        "SETTING 48 376 96; STEP 362 332 1328; STEP 128 602 9282; STEP 342 847 7341;"
            + "WAIT 363 967 2255; PROPOSE 42 698 197; STEP 674 309 8297; STEP 123 504 2829;"
            + "STEP 527 307 3721; STEP 985 806 6664; STEP 479 229 4464",
        // a stop between "what was paid?" and the answer, and the answer was nobody's
        "PROPOSE 2 685 7377; STEP 329 401 6670; STEP 925 507 2278; STEP 945 222 9965;"
            + "WAIT 670 235 2756; TICK 327 628 7590; STOP 757 842 363; TYPE 549 794 1692"
      })
  void what_went_wrong_once_goes_right(String events) {
    try (var store = new SimShop.Store()) {
      assertNull(SimSchedule.fault(store, SimEvent.parseAll(events)));
    }
  }

  private long seconds() {
    return (System.nanoTime() - start) / 1_000_000_000L;
  }

  private boolean more() {
    return !failed && next.get() < MOST && seconds() < SECONDS;
  }

  /// A store serves some schedules, each with a shop of its own.
  private void schedules() {
    while (more()) {
      try (var store = new SimShop.Store()) {
        for (int i = 0; i < STORE_FOR && more(); i++) {
          long seed = FIRST_SEED + next.getAndIncrement();
          var plan = SimSwarm.events(seed);
          count(plan, played(store, seed, plan));
        }
      }
    }
  }

  private synchronized void count(List<SimEvent> plan, SimWorld world) {
    counts.merge("schedules", 1, Integer::sum);
    counts.merge("events", plan.size(), Integer::sum);
    counts.merge("deaths", world.deaths, Integer::sum);
    world.counts.forEach((kind, n) -> counts.merge("event." + kind, n, Integer::sum));
    world.rules.seen.forEach((what, n) -> counts.merge(what, n, Integer::sum));
    world.platform.injected.forEach((f, n) -> counts.merge("fault." + f, n, Integer::sum));
    longestUnknown = Math.max(longestUnknown, world.rules.longestUnknown);
  }

  private SimWorld played(SimShop.Store store, long seed, List<SimEvent> plan) {
    try {
      return SimSchedule.play(store, plan);
    } catch (AssertionError e) {
      failed = true;
      var least = SimSchedule.shrink(store, plan, SimSchedule.rule(e));
      var last = SimSchedule.fault(store, least);
      throw new AssertionError(
          "seed %d, %d events, shrunk to %d:\n%s\n%s"
              .formatted(
                  seed, plan.size(), least.size(), SimEvent.write(least), last == null ? e : last),
          last == null ? e : last);
    }
  }
}
