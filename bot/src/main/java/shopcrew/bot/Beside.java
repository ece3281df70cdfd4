package shopcrew.bot;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Arrival.Stage;
import shopcrew.bot.learning.Learning;
import shopcrew.db.Contacts;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Store;
import shopcrew.db.Tasks.Task;

/// What a platform tells beside what is said to us: how far a line came, what a person of the shop
/// wrote in the platform's own app, who wants no marketing.
final class Beside {
  private final Rooms rooms;
  private final Store store;
  private final Doubts doubts;
  private final Holds holds;
  private final PromiseBook promises;
  private final Learning learning;
  private final InstantSource clock;

  Beside(
      Rooms rooms,
      Store store,
      Doubts doubts,
      Holds holds,
      PromiseBook promises,
      Learning learning,
      InstantSource clock) {
    this.rooms = rooms;
    this.store = store;
    this.doubts = doubts;
    this.holds = holds;
    this.promises = promises;
    this.learning = learning;
    this.clock = clock;
  }

  void progress(Arrival arrival, Arrival.Progress progress) {
    Conversation in = rooms.conversations().at(arrival.channel(), arrival.address()).orElse(null);
    if (in == null) return;
    rooms
        .sent()
        .line(in.id(), progress.line())
        .or(() -> rooms.sent().found(in.id(), progress.ours(), progress.line()))
        .ifPresent(
            line -> {
              String stage = progress.stage().name().toLowerCase(Locale.ROOT);
              boolean news = rooms.sent().came(line.seq(), stage, progress.error());
              if (news && progress.stage() == Stage.FAILED) {
                doubts.failed(in, line, progress.error());
              }
            });
  }

  /// A person of the shop answers the customer beside us: from now on the team is silent there.
  void echo(Conversation in, String key, String text, Instant at) {
    if (in.person() != null) return;
    rooms.conversations().recall(in.id(), true, "owner", text, "echo:" + key, at);
    holds.taken(in.id(), Contacts.APP);
    promises.hear(in, Contacts.APP, text);
    for (Task task : rooms.tasks().open()) {
      if (!in.id().equals(task.conversation())) continue;
      rooms.tasks().done(task.number(), text, Contacts.APP, clock.instant());
      learning.answered(task, text);
    }
    learning.corrected(in, text);
  }

  void marketing(Conversation in, boolean wanted) {
    rooms.contacts().marketing(in.id(), wanted);
    String customer = in.customer();
    if (customer != null) store.customers().setOptedOut(customer, !wanted);
  }
}
