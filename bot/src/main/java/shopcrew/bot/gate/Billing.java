package shopcrew.bot.gate;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.gate.Provider.Found;
import shopcrew.bot.gate.Provider.Status;

/// What runs: bills are posted, what has ended is closed, and what shall stop is stopped.
final class Billing {
  private static final Logger LOG = LoggerFactory.getLogger(Billing.class);

  private final Desk desk;
  private final Providers providers;
  private final Receipts receipts;
  private final FreeActions free;
  private final Rounds rounds;
  private final CrashPoints crash;

  Billing(Desk desk, Providers providers, Receipts receipts, FreeActions free, CrashPoints crash) {
    this.desk = desk;
    this.providers = providers;
    this.receipts = receipts;
    this.free = free;
    this.rounds = new Rounds(desk.clock());
    this.crash = crash;
  }

  void sweep() {
    actAll();
    actAll(); // a pause by name has become the stops of single ads
    for (var intent : desk.intents().in(State.ACTIVE)) {
      try {
        switch (intent.provider()) {
          case SANDBOX, COUPON, MESSAGES -> {
            if (rounds.due(intent, providers.of(intent))) bill(intent);
          }
          case PRICE -> endPrice(intent);
          case BY_HAND, HOUSE -> {}
        }
      } catch (RuntimeException e) {
        LOG.warn("No bill for {}: {}", intent.id(), e.toString());
      }
    }
  }

  private void actAll() {
    for (var action : free.todo()) {
      try {
        act(action);
      } catch (RuntimeException e) {
        LOG.warn("Not stopped yet {}: {}", action.key(), e.toString());
        failed(action);
      }
    }
  }

  private void act(FreeActions.Action action) {
    switch (action.what()) {
      case "STOP" ->
          desk.intents().find(String.valueOf(action.intent())).ifPresent(i -> stop(action, i));
      case "PAUSE" -> pause(action);
      case "RAISE" ->
          desk.db()
              .writing(
                  h -> {
                    Instant now = desk.clock().now();
                    if (free.done(action, now)) free.raise(action, asker(action), receipts, now);
                  });
      default -> throw new IllegalStateException(action.what());
    }
  }

  private void stop(FreeActions.Action action, Intent intent) {
    if (intent.state() == State.ACTIVE) {
      switch (intent.provider()) {
        case SANDBOX, COUPON -> {
          providers.of(intent).pause(String.valueOf(intent.platformId()));
          crash.at("paused, not recorded");
          bill(intent);
        }
        case PRICE -> restore(intent, "stopped");
        case BY_HAND, HOUSE, MESSAGES -> {}
      }
    }
    desk.db()
        .writing(
            h -> {
              if (!free.done(action, desk.clock().now())) return;
              var after = desk.intents().find(intent.id()).orElseThrow();
              desk.notices()
                  .tell(
                      after,
                      "paused/" + action.key(),
                      "paused",
                      "what",
                      desk.notices().of(after.doc(), desk.cards()::what),
                      "truth",
                      desk.notices().truth(after));
            });
  }

  /// By name: our own on the practice platform are stopped, others the owner stops by hand.
  private void pause(FreeActions.Action action) {
    var body = action.body();
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              if (!free.done(action, now)) return;
              boolean ours = body.provider() == ProviderClass.SANDBOX;
              var running =
                  desk.intents().in(State.ACTIVE).stream()
                      .filter(i -> ours && i.provider() == ProviderClass.SANDBOX)
                      .filter(i -> names(i, body.text("target")) || names(i, body.text("label")))
                      .toList();
              for (var intent : running) {
                free.stop(intent, "pause", action.askedBy(), action.conversation(), now);
              }
              if (!running.isEmpty()) return;
              Object platform = desk.notices().of(body, desk.cards()::platform);
              if (ours) {
                desk.notices()
                    .answer(
                        asker(action),
                        "nothing_runs",
                        "label",
                        body.text("label"),
                        "platform",
                        platform);
                return;
              }
              var asker = asker(action);
              String text =
                  desk.notices()
                      .text(
                          asker.language(),
                          "pause_task",
                          "label",
                          body.text("label"),
                          "platform",
                          platform);
              desk.tasks().add("by_hand", text, null, null, action.key(), true, now);
              receipts.issueFree(
                  "ad_pause",
                  body.text("label"),
                  asker,
                  "pause_task",
                  now,
                  "label",
                  body.text("label"),
                  "platform",
                  platform);
            });
  }

  private static boolean names(Intent intent, String name) {
    return intent.doc().text("target").equalsIgnoreCase(name)
        || intent.doc().text("label").equalsIgnoreCase(name)
        || name.equalsIgnoreCase(String.valueOf(intent.platformId()));
  }

  private void failed(FreeActions.Action action) {
    free.tried(action);
    desk.intents()
        .find(String.valueOf(action.intent()))
        .ifPresent(
            intent ->
                desk.notices()
                    .tell(
                        intent,
                        "pause failed/" + action.key(),
                        "pause_failed",
                        "what",
                        desk.notices().of(intent.doc(), desk.cards()::what),
                        "platform",
                        desk.notices().of(intent.doc(), desk.cards()::platform)));
  }

  private void bill(Intent seen) {
    var found =
        providers.of(seen).find(Request.of(seen.doc()).tag()).stream()
            .filter(f -> f.id().equals(seen.platformId()))
            .findFirst();
    if (found.isEmpty()) return;
    Found now = found.get();
    if (now.status() == Status.RUNNING && drifted(seen, now)) {
      drift(seen);
      return;
    }
    boolean over = now.over() || now.status() != Status.RUNNING;
    if (now.charged() == seen.charged().minor() && !over) return;
    desk.db().writing(h -> post(seen.id(), now, over));
  }

  private static boolean drifted(Intent intent, Found found) {
    return intent.provider() != ProviderClass.MESSAGES
        && !found.settings().equals(Request.of(intent.doc()).settings());
  }

  /// Somebody changed it on the platform: it is not what was agreed to any more.
  private void drift(Intent intent) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              free.stop(intent, "drift", intent.askedBy(), intent.conversation(), now);
              desk.notices()
                  .tell(
                      intent,
                      "drift",
                      "drift",
                      "what",
                      desk.notices().of(intent.doc(), desk.cards()::what),
                      "platform",
                      desk.notices().of(intent.doc(), desk.cards()::platform),
                      "truth",
                      desk.notices().truth(intent));
            });
  }

  private void post(String id, Found found, boolean over) {
    Instant now = desk.clock().now();
    var intent = desk.intents().find(id).orElseThrow();
    if (intent.state() != State.ACTIVE) return;
    long more = found.charged() - intent.charged().minor();
    if (more > 0) {
      long beyond = desk.purse().post(intent, more, now);
      desk.audit().add(now, "billed", id, "amount", String.valueOf(more));
      crash.at("billed, not committed");
      if (beyond > 0) free.overrun(intent, beyond, found.charged(), now);
    }
    if (over) close(intent, "ended", now);
  }

  private void close(Intent intent, String why, Instant now) {
    if (!desk.intents().move(intent.id(), State.ACTIVE, State.SETTLED, why, now)) return;
    desk.purse().release(intent, now);
    receipts.issue(intent.id(), now);
    crash.at("closed, not committed");
  }

  /// The day after its last day, or when the counted stock is sold, a lower price has ended.
  private void endPrice(Intent intent) {
    var doc = intent.doc();
    if (doc.has("end") && doc.day("end").isBefore(desk.clock().day(desk.clock().look()))) {
      restore(intent, "ended");
    }
  }

  private void restore(Intent seen, String why) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              var intent = desk.intents().find(seen.id()).orElseThrow();
              if (intent.state() != State.ACTIVE) return;
              var doc = intent.doc();
              var products = desk.db().store(desk.shop()).products();
              products
                  .bySku(doc.text("target"))
                  .filter(product -> product.price().equals(doc.money("to")))
                  .ifPresent(
                      product ->
                          desk.db().priceTags(desk.shop()).set(product.sku(), doc.money("from")));
              close(intent, why, now);
            });
  }

  private Notices.Reader asker(FreeActions.Action action) {
    return desk.notices().reader(action.askedBy(), action.conversation());
  }
}
