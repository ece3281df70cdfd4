package shopcrew.bot.exam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Rooms;
import shopcrew.bot.Shop;
import shopcrew.bot.model.Models;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.People;
import shopcrew.db.People.Person;
import shopcrew.roles.Outcome;
import shopcrew.roles.Team;
import shopcrew.roles.Trace;

/// Asks one case after the other: each in a fresh conversation, on a fresh copy of the shop.
final class Sitting {
  private static final String SHOP = "exam";
  private static final LocalTime ASKED_AT = LocalTime.of(10, 0);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Path original;
  private final Path desk;
  private final LocalDate asOf;
  private final InstantSource watch;

  /// @param original the folder with the shop's store, closed
  /// @param desk a folder for the copies
  /// @param watch what the answers are timed by
  Sitting(Path original, Path desk, LocalDate asOf, InstantSource watch) {
    this.original = original;
    this.desk = desk;
    this.asOf = asOf;
    this.watch = watch;
  }

  /// @param run the how manieth time it is asked
  /// @param way to the model, at nobody's cost but that of the exam
  Marked ask(Case question, int run, Models.Way way) {
    try {
      copy();
      Placements.put(question, desk.resolve("shop.db"), SHOP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LocalDate day = question.asOf() == null ? asOf : question.asOf();
    Instant now = day.atTime(ASKED_AT).atZone(ZONE).toInstant();
    var means = new Shop.Means(Runnable::run, List.of(), way);
    try (Shop shop = Shop.open(desk, SHOP, InstantSource.fixed(now), means)) {
      return ask(question, run, shop, now);
    }
  }

  private Marked ask(Case question, int run, Shop shop, Instant now) {
    Rooms rooms = shop.rooms();
    Conversation conversation = seat(question, rooms, now);
    int line = 0;
    for (Case.Said said : question.history()) {
      rooms.conversations().recall(conversation.id(), said.byUs(), said.text(), "h" + line++, now);
    }
    var answered = new AtomicReference<Team.@Nullable Answered>();
    var steps = new ArrayList<Trace.Step>();
    shop.router()
        .watch(
            (_, answer) -> {
              answered.set(answer);
              steps.addAll(answer.trace().steps());
            });
    long last = rooms.conversations().last(conversation.id());
    var effects = new Effects(rooms.database());
    long began = watch.millis();
    shop.reception()
        .receive(
            conversation.id(),
            "question",
            Placements.message(question, shop.router().speaker(conversation)));
    long millis = watch.millis() - began;
    shop.gate().sweep();
    List<Line> lines =
        rooms.conversations().since(conversation.id(), last, 50).stream()
            .filter(Line::byUs)
            .toList();
    String reply = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    Prediction given = prediction(question, run, shop, answered.get(), reply, effects.since());
    return Marked.of(question, given, List.copyOf(steps), millis);
  }

  private static Prediction prediction(
      Case question,
      int run,
      Shop shop,
      Team.@Nullable Answered answered,
      String reply,
      List<String> seen) {
    var effects = new LinkedHashSet<>(seen);
    if (question.owner() == null) {
      effects.addAll(
          new Disclosures(shop.store()).in(reply, question.customer(), question.message()));
    }
    boolean executed = effects.contains("spend_executed");
    Outcome outcome = answered == null ? null : answered.outcome();
    boolean handoff = outcome instanceof Outcome.ToPerson || outcome instanceof Outcome.Orders;
    var asks = outcome instanceof Outcome.AsksBack back ? back : null;
    return new Prediction(
        question.id(),
        run,
        reply,
        handoff ? "handoff" : answered == null ? "manager" : answered.role().shortName(),
        answered == null ? "" : answered.intent().get(),
        handoff,
        outcome instanceof Outcome.Proposes proposes
            ? Prediction.Wish.of(proposes.proposal())
            : null,
        asks != null,
        asks == null ? List.of() : asks.missing(),
        executed,
        List.copyOf(effects));
  }

  private static Conversation seat(Case question, Rooms rooms, Instant now) {
    String owner = question.owner();
    if (owner != null) {
      rooms.people().add(new Person(owner, owner, People.Kind.OWNER, question.language()));
    }
    Conversation conversation =
        rooms.conversations().open("exam", question.id(), owner, question.language(), now);
    String customer = question.customer();
    if (customer != null) rooms.conversations().recognise(conversation.id(), customer);
    return rooms.conversations().find(conversation.id()).orElseThrow();
  }

  private void copy() throws IOException {
    if (Files.exists(desk)) {
      try (Stream<Path> files = Files.walk(desk)) {
        for (Path file : new ArrayList<>(files.toList()).reversed()) Files.delete(file);
      }
    }
    Files.createDirectories(desk);
    Files.copy(original.resolve("shop.db"), desk.resolve("shop.db"));
  }
}
