package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shopcrew.bot.gate.Challenges.Purpose;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.bot.gate.Tokens.Token;
import shopcrew.db.Money;

/// What has no connector: after the yes the owner gets the exact settings to type in, and says
/// afterwards what was really paid. Until then the whole sum stays put aside.
final class HandDone {
  private static final Duration OPEN = Duration.ofDays(366);
  private static final Duration TO_TYPE = Duration.ofHours(24);
  private static final int NAMES = 100;

  private final Desk desk;
  private final Receipts receipts;

  HandDone(Desk desk, Receipts receipts) {
    this.desk = desk;
    this.receipts = receipts;
  }

  /// Gives out the task, in the transaction of the claim.
  void give(Intent intent, Instant now) {
    var request = Request.of(intent.doc());
    String asker = desk.notices().reader("", "").language();
    int number =
        desk.tasks()
            .add(
                "by_hand",
                String.join("\n", settings(request, intent, asker)),
                null,
                null,
                intent.id(),
                false,
                now);
    desk.intents().platformId(intent.id(), "#" + number);
    for (var reader : desk.notices().concerned(intent.askedBy(), intent.conversation())) {
      var lines = settings(request, intent, reader.language());
      desk.notices()
          .send(
              reader,
              "task",
              desk.notices()
                  .text(
                      reader.language(),
                      "task",
                      "what",
                      desk.notices().of(intent.doc(), desk.cards()::what),
                      "amount",
                      intent.amount(),
                      "settings",
                      String.join("\n", lines)),
              buttons(intent, reader, now),
              Notices.cause(intent, "task"));
      lists(request, intent, reader);
    }
  }

  private List<shopcrew.db.Outbox.Button> buttons(
      Intent intent, Notices.Reader reader, Instant now) {
    if (!reader.approver()) return List.of();
    var buttons = new ArrayList<shopcrew.db.Outbox.Button>();
    for (var action : List.of(Action.NOT_DONE, Action.PAID)) {
      String token =
          desk.tokens()
              .issue(
                  action,
                  intent,
                  reader.person(),
                  reader.conversation(),
                  intent.epoch(),
                  now,
                  now.plus(OPEN));
      String key = action == Action.PAID ? "button.paid" : "button.not_done";
      buttons.add(desk.notices().button(reader, key, token));
    }
    return buttons;
  }

  private List<String> settings(Request request, Intent intent, String language) {
    var lines = new ArrayList<String>();
    var doc = intent.doc();
    line(lines, language, "set.platform", request.text("platform"));
    line(lines, language, "set.target", doc.text("target"));
    line(lines, language, "set.via", request.text("via"));
    if (doc.category() == Category.ADS) {
      line(lines, language, "set.budget", Cards.money(intent.amount(), language));
      if (doc.has("per_day")) {
        line(lines, language, "set.per_day", Cards.money(doc.money("per_day"), language));
      }
    } else {
      line(lines, language, "set.amount", Cards.money(intent.amount(), language));
    }
    if (doc.has("start") && doc.has("end")) {
      String from = desk.cards().day(doc.day("start"), language);
      String to = desk.cards().day(doc.day("end"), language);
      lines.add(desk.words().say(language, "set.days", "start", from, "end", to));
    }
    if (doc.has("quantity")) {
      line(lines, language, "set.quantity", String.valueOf(doc.whole("quantity")));
    }
    if (doc.has("each"))
      line(lines, language, "set.each", Cards.money(doc.money("each"), language));
    line(lines, language, "set.reason", request.text("reason"));
    return lines;
  }

  private void line(List<String> lines, String language, String key, String value) {
    if (!value.isEmpty()) lines.add(desk.words().say(language, key, "value", value));
  }

  /// The text and the exact list, in messages of bearable length.
  private void lists(Request request, Intent intent, Notices.Reader reader) {
    if (!intent.doc().has("recipients")) return;
    String text =
        desk.words().say(reader.language(), "set.content", "value", request.text("content"));
    desk.notices().send(reader, "task", text, List.of(), Notices.cause(intent, "task/text"));
    var all = intent.doc().many("recipients");
    for (int from = 0; from < all.size(); from += NAMES) {
      var some = all.subList(from, Math.min(all.size(), from + NAMES));
      String list =
          desk.words()
              .say(
                  reader.language(),
                  "set.recipients",
                  "count",
                  some.size(),
                  "value",
                  String.join(" ", some));
      desk.notices().send(reader, "task", list, List.of(), Notices.cause(intent, "task/" + from));
    }
  }

  /// "Done": asks what was paid.
  void ask(Intent intent, Token token, Notices.Reader reader) {
    Instant now = desk.clock().now();
    desk.challenges()
        .open(
            token.hash() + "/" + now.toEpochMilli(),
            Purpose.PAID,
            intent,
            reader.person(),
            reader.conversation(),
            intent.epoch(),
            now.plus(TO_TYPE));
    desk.notices().answer(reader, "task.ask", "plain", intent.amount().plain());
  }

  /// False: it is not open, or not theirs to say.
  boolean tickOff(String intent, String byPerson, Money paid) {
    if (paid.isNegative() || !desk.notices().approver(byPerson)) return false;
    return desk.db()
        .write(
            h ->
                desk.intents()
                    .find(intent)
                    .filter(i -> i.provider() == ProviderClass.BY_HAND && i.state() == State.ACTIVE)
                    .filter(i -> i.amount().currency().equals(paid.currency()))
                    .map(i -> paid(i, paid, byPerson, desk.clock().now()))
                    .orElse(false));
  }

  void notDone(Intent intent, Instant now) {
    if (!settle(intent, now)) return;
    desk.notices()
        .tell(
            intent,
            "not done",
            "task.not_done",
            "what",
            desk.notices().of(intent.doc(), desk.cards()::what));
  }

  /// What was really paid goes to the ledger; false: it was ticked off before.
  boolean paid(Intent intent, Money paid, String by, Instant now) {
    if (paid.isZero()) {
      notDone(intent, now);
      return true;
    }
    if (intent.state() != State.ACTIVE) return false;
    long beyond = desk.purse().post(intent, paid.minor(), now);
    desk.audit().add(now, "paid", intent.id(), "by", by, "amount", paid.toString());
    if (!settle(intent, now)) throw new IllegalStateException("ticked off twice at once");
    if (beyond > 0) {
      desk.notices()
          .tell(
              intent,
              "overrun",
              "overrun",
              "beyond",
              Money.of(beyond, paid.currency()),
              "what",
              desk.notices().of(intent.doc(), desk.cards()::what),
              "charged",
              paid);
    }
    receipts.issue(intent.id(), now);
    return true;
  }

  private boolean settle(Intent intent, Instant now) {
    if (!desk.intents().move(intent.id(), State.ACTIVE, State.SETTLED, "ticked off", now)) {
      return false;
    }
    desk.purse().release(intent, now);
    desk.challenges().closeAll(intent.id());
    String text = String.valueOf(intent.platformId());
    if (text.matches("#\\d{1,9}")) {
      desk.tasks().done(Integer.parseInt(text.substring(1)), "", "gate", now);
    }
    return true;
  }
}
