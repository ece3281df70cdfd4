package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.gate.Provider.Found;

/// Everything that only time brings on. Running it twice is running it once.
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration QUIET = Duration.ofHours(2);
  private static final Duration SCAN = Duration.ofDays(30);
  private static final int GOOD_FROM = 9;
  private static final int GOOD_TO = 21;

  private final Desk desk;
  private final Providers providers;
  private final Standing standing;
  private final Executor executor;
  private final Outcomes outcomes;
  private final Billing billing;
  private final Restored restored;
  private final Reconciling reconciling;
  private final Rounds rounds;
  private final ReentrantLock turn = new ReentrantLock();

  Upkeep(
      Desk desk,
      Providers providers,
      Standing standing,
      Executor executor,
      Outcomes outcomes,
      Billing billing,
      Restored restored,
      Reconciling reconciling) {
    this.desk = desk;
    this.providers = providers;
    this.standing = standing;
    this.executor = executor;
    this.outcomes = outcomes;
    this.billing = billing;
    this.restored = restored;
    this.reconciling = reconciling;
    this.rounds = new Rounds(desk.clock());
  }

  /// One sweep at a time: what stands in SENDING at its beginning was left behind by a crash.
  void sweep() {
    turn.lock();
    try {
      waiting();
      standing.sweep();
      restored.tellStopped(desk.clock().look());
      if (restored.sends()) {
        for (var intent : desk.intents().in(State.SENDING, State.UNKNOWN, State.NEEDS_HUMAN)) {
          if (rounds.due(intent, providers.of(intent))) outcomes.settle(intent);
        }
        executor.sweep();
        reconciling.sweep();
      }
      billing.sweep();
      late();
    } finally {
      turn.unlock();
      restored.note();
    }
  }

  private void waiting() {
    Instant look = desk.clock().look();
    for (var intent : desk.intents().in(State.AWAITING)) {
      if (!look.isBefore(intent.expiresAt())) expire(intent);
      else if (due(intent, look)) remind(intent);
    }
  }

  private void expire(Intent intent) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              if (!desk.intents().move(intent.id(), State.AWAITING, State.EXPIRED, "time", now)) {
                return;
              }
              desk.challenges().closeAll(intent.id());
              desk.notices().tell(intent, "expired", "expired", "what", what(intent));
            });
  }

  private boolean due(Intent intent, Instant now) {
    int hour = desk.clock().hour(now);
    return intent.reminded() == 0
        && !intent.blocked()
        && hour >= GOOD_FROM
        && hour < GOOD_TO
        && now.isAfter(intent.createdAt().plus(QUIET));
  }

  private void remind(Intent intent) {
    desk.db()
        .writing(
            h -> {
              desk.intents().reminded(intent.id(), 1);
              for (var reader : desk.notices().approvers()) {
                String text =
                    desk.notices()
                        .text(
                            reader.language(),
                            "remind",
                            "what",
                            what(intent),
                            "amount",
                            intent.amount(),
                            "until",
                            desk.cards().time(intent.expiresAt(), reader.language()));
                desk.notices()
                    .send(
                        reader,
                        "notice",
                        text,
                        java.util.List.of(),
                        Notices.cause(intent, "remind"));
              }
            });
  }

  /// Something that was called off or ended must not run, though a request that was long on its way
  /// set it running: looked for while it still could appear.
  private void late() {
    Instant since = desk.clock().look().minus(SCAN);
    for (var intent : desk.intents().sentAndEnded(since)) {
      try {
        if (!rounds.due(intent, providers.of(intent))) continue;
        for (Found found : providers.of(intent).find(Request.of(intent.doc()).tag())) {
          boolean runs = found.status() == Provider.Status.RUNNING && !found.over();
          if (runs || found.charged() > intent.charged().minor()) arrived(intent, found);
        }
      } catch (RuntimeException e) {
        LOG.warn("Cannot look for {}: {}", intent.id(), e.toString());
      }
    }
  }

  private void arrived(Intent intent, Found found) {
    providers.of(intent).pause(found.id());
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              long more = found.charged() - intent.charged().minor();
              if (more > 0) desk.purse().post(intent, more, now);
              desk.audit().add(now, "late arrival", intent.id(), "platform", found.id());
              desk.notices()
                  .tell(
                      intent,
                      "late/" + found.charged(),
                      "late_arrival",
                      "what",
                      what(intent),
                      "charged",
                      desk.intents().find(intent.id()).orElseThrow().charged(),
                      "platform",
                      desk.notices().of(intent.doc(), desk.cards()::platform));
            });
  }

  private Object what(Intent intent) {
    return desk.notices().of(intent.doc(), desk.cards()::what);
  }
}
