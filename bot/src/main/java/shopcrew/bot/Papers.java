package shopcrew.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Edits.Change;
import shopcrew.db.Edits.Rest;
import shopcrew.db.Edits.Statement;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.Knowledge.Line;
import shopcrew.db.Outbox.Button;
import shopcrew.db.People.Kind;
import shopcrew.db.Store;
import shopcrew.db.imports.Paper;
import shopcrew.roles.customerservice.Conflicts;

/// Documents that an owner sends: they are read, what was understood is shown, and after one tap it
/// counts. The same file sent again brings what is new in it and takes away what is gone.
final class Papers {
  private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
  private static final int SHOWN = 4;
  private static final int LONGEST = 80;
  private static final int LONGEST_NAME = 60;
  private static final int MOST_CLASHES = 20;
  private static final int MOST_SHOWN = 20;

  private final Rooms rooms;
  private final Store store;
  private final Notebook notebook;
  private final Map<String, Channel> channels;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Bundle words = new Bundle("bot");

  Papers(
      Rooms rooms,
      Store store,
      Notebook notebook,
      List<Channel> channels,
      InstantSource clock,
      ZoneId zone) {
    this.rooms = rooms;
    this.store = store;
    this.notebook = notebook;
    this.channels =
        channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    this.clock = clock;
    this.zone = zone;
  }

  /// True if it was a document from a person of the shop.
  boolean takes(Conversation in, Arrived arrived) {
    String person = in.person();
    Channel channel = channels.get(in.channel());
    if (person == null || channel == null) return false;
    if (!arrived.item().kind().equals("file") || arrived.item().outer().isEmpty()) return false;
    if (rooms.people().find(person).filter(one -> one.kind() == Kind.OWNER).isEmpty()) {
      say(in, words.say(in.language(), "edit.owner"), 0, arrived);
      return true;
    }
    String name = name(arrived.item().token());
    switch (channel.fetch(arrived.item().outer())) {
      case Fetched.Bytes(String _, byte[] content) -> read(in, arrived, name, content);
      case Fetched.NotNow() -> say(in, words.say(in.language(), "paper.later"), 0, arrived);
      case Fetched.Never(String why) -> {
        LOG.info("A document of {} cannot be had: {}", in.channel(), why);
        String say =
            why.equals("large")
                ? why(Paper.tooLarge(name), in)
                : words.say(in.language(), "paper.never");
        say(in, say, 0, arrived);
      }
    }
    return true;
  }

  private void read(Conversation in, Arrived arrived, String name, byte[] content) {
    Paper paper = read(name, content);
    if (paper == null) {
      say(in, words.say(in.language(), "failed"), 0, arrived);
    } else if (paper.fault().isPresent()) {
      say(in, why(paper, in), 0, arrived);
    } else {
      shown(in, arrived, paper);
    }
  }

  private static @Nullable Paper read(String name, byte[] content) {
    try {
      Path file = Files.createTempFile("paper", ".bin");
      try {
        Files.write(file, content);
        return Paper.read(file, name);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.error("A document cannot be written down to be read", e);
      return null;
    }
  }

  private void shown(Conversation in, Arrived arrived, Paper paper) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<Line> current =
        store.knowledge().lines().stream().filter(line -> !line.expiredOn(today)).toList();
    List<Line> before = current.stream().filter(line -> of(line, paper)).toList();
    Set<String> had = before.stream().map(Line::text).collect(Collectors.toSet());
    Set<String> says = paper.statements().stream().map(Statement::text).collect(Collectors.toSet());
    List<Statement> fresh =
        paper.statements().stream().filter(said -> !had.contains(said.text())).toList();
    List<Line> gone = before.stream().filter(line -> !says.contains(line.text())).toList();
    if (fresh.isEmpty() && gone.isEmpty()) {
      say(in, words.say(in.language(), "paper.same", "file", paper.name()), 0, arrived);
      return;
    }
    var say = new ArrayList<String>();
    say.add(
        words.say(
            in.language(),
            "paper.read",
            "file",
            paper.name(),
            "count",
            paper.statements().size(),
            "fresh",
            fresh.size(),
            "gone",
            gone.size()));
    fresh.stream().limit(SHOWN).forEach(said -> say.add("· " + cut(said.text())));
    if (!paper.internal().isEmpty()) {
      String titles = String.join(", ", paper.internal());
      say.add(words.say(in.language(), "paper.internal", "titles", cut(titles)));
    }
    var clashes = new LinkedHashMap<String, Line>();
    var rests = new ArrayList<Rest>();
    var others = new Conflicts(current.stream().filter(line -> !of(line, paper)).toList());
    var itself = new Conflicts(List.of());
    for (Statement said : fresh) {
      for (var clash : itself.with(said.text())) {
        say.add(clash(in, "paper.itself", said, clash.line()));
      }
      itself.add(line(said));
      for (var clash : others.with(said.text())) {
        if (clashes.size() == MOST_CLASHES) break;
        if (clashes.putIfAbsent(clash.line().ref(), clash.line()) != null) continue;
        rests.addAll(clash.rests(said));
        say.add(clash(in, "paper.clash", said, clash.line()));
      }
    }
    var change =
        new Change("file", paper.name(), fresh, gone, List.copyOf(clashes.values()), rests);
    var shown = new ArrayList<>(say.subList(0, Math.min(say.size(), MOST_SHOWN)));
    shown.add(words.say(in.language(), "paper.ask"));
    String text = String.join("\n", shown);
    rooms
        .database()
        .writing(
            _ -> {
              int edit = store.edits().open(change, false, today, clock.instant());
              say(in, text, edit, arrived);
            });
  }

  private static Line line(Statement said) {
    return new Line(0, 0, said.text(), said.other(), "file", "", null, said.from(), said.until());
  }

  private String clash(Conversation in, String key, Statement said, Line line) {
    return words.say(in.language(), key, "fresh", cut(said.text()), "known", cut(line.text()));
  }

  private static boolean of(Line line, Paper paper) {
    return line.source().equals("file") && line.origin().equals(paper.name());
  }

  private static String why(Paper paper, Conversation in) {
    Locale locale = Locale.forLanguageTag(in.language().startsWith("zh") ? "zh" : "en");
    return paper.fault().map(fault -> fault.sentence(locale)).orElseThrow();
  }

  private void say(Conversation in, String text, int edit, Arrived arrived) {
    rooms
        .database()
        .writing(
            _ -> {
              List<Button> taps = edit == 0 ? List.of() : notebook.buttons(in.language(), edit);
              String cause = "in:" + arrived.seq();
              rooms.outbox().add(in.id(), "service", Gate.unmarked(text), taps, cause);
              rooms.inbox().done(arrived.seq());
            });
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /// As it is written down and shown: one short line.
  private static String name(String sent) {
    String plain = sent.replaceAll("[\\p{Cntrl}\\s/\\\\]+", " ").strip();
    if (plain.isEmpty()) return "-";
    return plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
  }
}
