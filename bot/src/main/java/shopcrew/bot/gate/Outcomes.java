package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.gate.Provider.Found;
import shopcrew.bot.gate.Provider.Status;

/// What became of something that was sent. It looks before it says anything; what it cannot know
/// stays unknown, with the money put aside.
final class Outcomes {
  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
  private static final Duration IN_FLIGHT = Duration.ofSeconds(60);
  private static final Duration TWO_LOOKS = Duration.ofSeconds(30);
  private static final Duration TOO_LONG = Duration.ofHours(24);

  private final Desk desk;
  private final Providers providers;
  private final Authority authority;
  private final Receipts receipts;
  private final Stopping stopping;
  private final FreeActions free;
  private final Batch batch;
  private final Restored restored;
  private final CrashPoints crash;

  Outcomes(
      Desk desk,
      Providers providers,
      Receipts receipts,
      Stopping stopping,
      FreeActions free,
      Batch batch,
      Restored restored,
      CrashPoints crash) {
    this.desk = desk;
    this.providers = providers;
    this.authority = new Authority(desk);
    this.receipts = receipts;
    this.stopping = stopping;
    this.free = free;
    this.batch = batch;
    this.restored = restored;
    this.crash = crash;
  }

  /// Why it may not be done now, as the key of a sentence; empty: it may.
  String refusal(Intent intent, Instant now) {
    Authority.Verdict verdict = authority.of(intent);
    if (verdict == Authority.Verdict.TAMPERED) return "tampered";
    if (restored.stopped()) return "void.operator";
    if (desk.state().frozen() || intent.epoch() != desk.state().epoch()) return "void.frozen";
    if (verdict == Authority.Verdict.STALE) {
      return intent.mandate() == null ? "void.changed" : "void.mandate";
    }
    Instant start = intent.notBefore();
    Instant end = intent.useBy();
    if (start == null || end == null || now.isBefore(start) || now.isAfter(end)) return "void.late";
    if (desk.purse().held(intent.id()) != intent.amount().minor()) return "tampered";
    var doc = intent.doc();
    if (doc.has("end") && doc.day("end").isBefore(desk.clock().day(now))) return "void.late";
    return doc.category() == Category.PRICE && quoteChanged(doc) ? "void.price" : "";
  }

  private boolean quoteChanged(SpendDoc doc) {
    var product = desk.db().store(desk.shop()).products().bySku(doc.text("target"));
    return product.isEmpty()
        || !product.get().price().equals(doc.money("from"))
        || product.get().stock() > doc.whole("stock");
  }

  /// Nothing was sent, or it is proved that nothing happened.
  void voided(Intent intent, String key, Instant now) {
    desk.db()
        .writing(
            h -> {
              if (!desk.intents().move(intent.id(), intent.state(), State.VOIDED, key, now)) return;
              desk.purse().release(intent, now);
              crash.at("voided, not committed");
              desk.notices()
                  .tell(intent, "voided", key, "what", what(intent), "platform", platform(intent));
              if (key.equals("tampered") && !desk.state().frozen()) {
                stopping.freeze("tampered: " + intent.id(), now);
              }
            });
  }

  void refusedBy(Intent intent) {
    Instant now = desk.clock().now();
    voided(current(intent), "void.refused", now);
  }

  /// Looks what became of it, and brings it on where that is allowed.
  void settle(Intent seen) {
    var intent = current(seen);
    var port = providers.of(intent);
    if (port.traits().kind() == Provider.Kind.REPORTED) {
      batch.goOn(intent, port, () -> allowed(intent));
      if (current(intent).state() == State.UNKNOWN) unknown(intent);
      return;
    }
    try {
      List<Found> found = port.find(Request.of(intent.doc()).tag());
      if (found.isEmpty() && again(intent, port)) {
        found = port.find(Request.of(intent.doc()).tag());
      }
      // Absence counts only when nothing can be on its way any more, under whichever key.
      boolean keyed = port.traits().kind() == Provider.Kind.KEYED;
      if (found.isEmpty()
          && keyed
          && desk.clock().look().isBefore(keyUntil(intent, port).plus(IN_FLIGHT))) {
        unknown(intent);
        return;
      }
      if (found.isEmpty()) {
        absent(intent);
        return;
      }
      Found one = found.stream().filter(Found::started).findFirst().orElse(found.getFirst());
      for (Found extra : found) {
        if (!extra.id().equals(one.id())) drop(port, extra);
      }
      if (one.started()) active(intent, one);
      else if (one.status() == Status.GONE) voided(intent, "void.absent", desk.clock().now());
      else activate(intent, one, port);
    } catch (RuntimeException e) {
      LOG.debug("Still unknown {}: {}", intent.id(), e.toString());
      unknown(intent);
    }
  }

  /// Sends it again under the same key, while the platform surely still honours it and nobody has
  /// changed their mind.
  private boolean again(Intent intent, Provider port) {
    var traits = port.traits();
    if (traits.kind() != Provider.Kind.KEYED) return false;
    var attempt = desk.attempts().of(intent.id()).orElseThrow();
    if (!desk.clock().now().isBefore(keyUntil(intent, port)) || !allowed(intent)) return false;
    port.send(Request.of(intent.doc()), attempt.key());
    return true;
  }

  /// What is already under way must arrive while the key is honoured, too.
  private Instant keyUntil(Intent intent, Provider port) {
    var remembers = port.traits().remembers().multipliedBy(8).dividedBy(10);
    return desk.attempts()
        .of(intent.id())
        .orElseThrow()
        .startedAt()
        .plus(remembers)
        .minus(IN_FLIGHT);
  }

  private boolean allowed(Intent intent) {
    return desk.db().write(h -> refusal(current(intent), desk.clock().now())).isEmpty();
  }

  private static void drop(Provider port, Found extra) {
    if (extra.started()) port.pause(extra.id());
    else port.remove(extra.id());
  }

  /// The moment money can move: everything is looked at once more.
  private void activate(Intent intent, Found found, Provider port) {
    Instant now = desk.clock().now();
    var request = Request.of(intent.doc());
    String refusal = desk.db().write(h -> refusal(current(intent), now));
    if (refusal.isEmpty()
        && (!found.settings().equals(request.settings())
            || !request
                .hash()
                .equals(desk.attempts().of(intent.id()).orElseThrow().requestHash()))) {
      refusal = "void.changed";
    }
    if (!refusal.isEmpty()) {
      port.remove(found.id());
      crash.at("removed, not voided");
      voided(current(intent), refusal, desk.clock().now());
      return;
    }
    crash.at("verified");
    port.activate(found.id());
    crash.at("activated, not recorded");
    Found back =
        port.find(request.tag()).stream()
            .filter(f -> f.id().equals(found.id()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("not there after activation"));
    if (back.started()) active(intent, back);
    else unknown(current(intent));
  }

  /// It runs: recorded with what it has cost so far, and the receipt in the same transaction.
  private void active(Intent seen, Found found) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              var intent = current(seen);
              if (!desk.intents().move(intent.id(), intent.state(), State.ACTIVE, "found", now)) {
                return;
              }
              desk.intents().platformId(intent.id(), found.id());
              long beyond =
                  found.charged() > 0 ? desk.purse().post(intent, found.charged(), now) : 0;
              receipts.issue(intent.id(), now);
              if (beyond > 0) free.overrun(intent, beyond, found.charged(), now);
              boolean asAgreed = found.settings().equals(Request.of(intent.doc()).settings());
              if (!asAgreed || desk.state().frozen()) {
                free.stop(intent, "stop", intent.askedBy(), intent.conversation(), now);
              }
              crash.at("active, not committed");
            });
    crash.at("active");
  }

  /// Not there. Only after the last moment it could have arrived, and twice, is that a fact.
  private void absent(Intent intent) {
    Instant now = desk.clock().now();
    var attempt = desk.attempts().of(intent.id()).orElseThrow();
    Instant first = attempt.absentAt();
    boolean sure =
        first != null
            && first.isAfter(attempt.sendBy().plus(IN_FLIGHT))
            && !now.isBefore(first.plus(TWO_LOOKS));
    if (sure) {
      voided(intent, "void.absent", now);
      return;
    }
    if (now.isAfter(attempt.sendBy().plus(IN_FLIGHT))) desk.attempts().absent(intent.id(), now);
    unknown(intent);
  }

  /// Nobody knows: said once, the hold stays, and it is looked for again.
  void unknown(Intent seen) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              var intent = current(seen);
              if (intent.state() == State.SENDING) {
                desk.intents().move(intent.id(), State.SENDING, State.UNKNOWN, "no answer", now);
              }
              desk.notices().tell(intent, "unknown", "unknown", "what", what(intent));
              Instant since = intent.unknownSince();
              boolean tooLong = since != null && now.isAfter(since.plus(TOO_LONG));
              if (intent.state() == State.UNKNOWN && tooLong) {
                desk.intents().move(intent.id(), State.UNKNOWN, State.NEEDS_HUMAN, "a day", now);
              }
              if (tooLong) remind(intent, now);
            });
  }

  /// Once a day.
  private void remind(Intent intent, Instant now) {
    var current = current(intent);
    desk.notices()
        .tell(
            intent,
            "needs_human/" + desk.clock().day(now),
            reader -> Attesting.buttons(desk, current, reader, now),
            "needs_human",
            "what",
            what(intent),
            "tag",
            Request.of(intent.doc()).tag(),
            "platform",
            platform(intent));
  }

  private Intent current(Intent intent) {
    return desk.intents().find(intent.id()).orElseThrow();
  }

  private UnaryOperator<String> what(Intent intent) {
    return desk.notices().of(intent.doc(), desk.cards()::what);
  }

  private UnaryOperator<String> platform(Intent intent) {
    return desk.notices().of(intent.doc(), desk.cards()::platform);
  }
}
