package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what was agreed to: the claim is committed first, then it is sent, once.
final class Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Executor.class);
  private static final Duration TO_SEND = Duration.ofSeconds(60);

  private final Desk desk;
  private final Providers providers;
  private final Outcomes outcomes;
  private final HandDone hand;
  private final House house;
  private final Proposing proposing;
  private final Receipts receipts;
  private final Restored restored;
  private final CrashPoints crash;

  Executor(
      Desk desk,
      Providers providers,
      Outcomes outcomes,
      HandDone hand,
      House house,
      Proposing proposing,
      Receipts receipts,
      Restored restored,
      CrashPoints crash) {
    this.desk = desk;
    this.providers = providers;
    this.outcomes = outcomes;
    this.hand = hand;
    this.house = house;
    this.proposing = proposing;
    this.receipts = receipts;
    this.restored = restored;
    this.crash = crash;
  }

  /// Everything whose grace is over.
  void sweep() {
    if (!desk.clock().steady()) return; // by a clock that was set nothing is sent
    Instant look = desk.clock().look();
    for (var intent : desk.intents().in(State.ARMED)) {
      Instant start = intent.notBefore();
      if (start == null || look.isBefore(start)) continue;
      if (claim(intent.id()) && restored.same()) {
        send(desk.intents().find(intent.id()).orElseThrow());
      }
    }
  }

  /// True: it is ours to send now. What needs no sending is done in the same transaction.
  private boolean claim(String id) {
    boolean claimed =
        desk.db()
            .write(
                h -> {
                  Instant now = desk.clock().now();
                  var intent = desk.intents().find(id).orElseThrow();
                  if (intent.state() != State.ARMED) return false;
                  String refusal = outcomes.refusal(intent, now);
                  if (!refusal.isEmpty()) {
                    outcomes.voided(intent, refusal, now);
                    if (refusal.equals("void.price")) proposing.requote(intent, now);
                    return false;
                  }
                  var request = Request.of(intent.doc());
                  desk.attempts().add(intent, request, now, now.plus(TO_SEND));
                  desk.intents().move(id, State.ARMED, State.SENDING, "claimed", now);
                  crash.at("claim, not committed");
                  return switch (intent.provider()) {
                    case SANDBOX, COUPON, MESSAGES -> true;
                    case PRICE -> price(intent, now);
                    case HOUSE -> {
                      house.execute(intent, now);
                      yield false;
                    }
                    case BY_HAND -> {
                      desk.intents().move(id, State.SENDING, State.ACTIVE, "by hand", now);
                      hand.give(intent, now);
                      yield false;
                    }
                  };
                });
    if (claimed) crash.at("claimed, not sent");
    return claimed;
  }

  /// The store's own price: changed in the transaction that records it.
  private boolean price(Intent intent, Instant now) {
    var doc = intent.doc();
    desk.db().priceTags(desk.shop()).set(doc.text("target"), doc.money("to"));
    desk.intents().move(intent.id(), State.SENDING, State.ACTIVE, "price changed", now);
    receipts.issue(intent.id(), now);
    return false;
  }

  private void send(Intent intent) {
    var attempt = desk.attempts().of(intent.id()).orElseThrow();
    var request = Request.of(intent.doc());
    if (!request.hash().equals(attempt.requestHash())
        || desk.clock().look().isAfter(attempt.sendBy())) {
      outcomes.settle(intent);
      return;
    }
    try {
      var port = providers.of(intent);
      if (port.traits().kind() == Provider.Kind.REPORTED) {
        outcomes.settle(intent);
        return;
      }
      port.send(request, attempt.key());
      crash.at("created paused");
    } catch (Provider.Refused e) {
      outcomes.refusedBy(intent);
      return;
    } catch (RuntimeException e) {
      LOG.warn("No answer for {}: {}", intent.id(), e.toString());
    }
    outcomes.settle(intent);
  }
}
