package shopcrew.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Database;
import shopcrew.db.Store;
import shopcrew.db.imports.Importer;

/// Mei's and Jun's other shop: five lamps, six customers, three ads, on a real database; it is
// Saturday,
/// 30 May 2026. Stories talk to the team as Mei does.
public abstract class LampShop {
  private static Path imported = Path.of("");
  private Database database;
  private Team team;
  private final List<Turn.Said> history = new ArrayList<>();
  private Turn.@Nullable Pending pending;
  protected Store store;

  /// Imported once; every story gets a copy of its own.
  @BeforeAll
  static void load(@TempDir Path folder) throws URISyntaxException {
    imported = folder.resolve("lamps.db");
    try (Database database = Database.open(imported)) {
      Path files =
          Path.of(Objects.requireNonNull(LampShop.class.getResource("/shops/lamps")).toURI());
      new Importer(database, "lamps").load(files);
      database.store("lamps").rules().agree("mei", Instant.parse("2026-05-30T00:00:00Z"));
    }
  }

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    Path copy = Files.copy(imported, folder.resolve("shop.db"));
    database = Database.open(copy);
    store = database.store("lamps");
    team = Crew.of(store, Minds.HOUSE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// Mei comes back another time: nothing said before counts.
  protected Said later(String words) {
    history.clear();
    pending = null;
    return says(words);
  }

  /// What the team makes of Mei's words; the next words are said in the same conversation.
  protected Said says(String words) {
    String language = words.codePoints().anyMatch(c -> c > 0x3000) ? "zh" : "en";
    Turn turn =
        new Turn(
            "lamps",
            "c1",
            new Speaker.Owner("mei", "Mei"),
            words,
            language,
            Instant.parse("2026-05-30T02:00:00Z"),
            ZoneId.of("Asia/Shanghai"),
            List.copyOf(history),
            List.of(),
            pending);
    Team.Answered answered = team.answer(turn);
    pending =
        answered.outcome() instanceof Outcome.AsksBack asks ? waiting(asks, answered, words) : null;
    history.add(new Turn.Said(false, words));
    history.add(new Turn.Said(true, answered.outcome().told().say()));
    return new Said(words, answered);
  }

  /// The question waits with the words so far, as the conversation keeps it.
  private Turn.Pending waiting(Outcome.AsksBack asks, Team.Answered answered, String words) {
    Turn.Pending before = pending;
    boolean goesOn = before != null && before.role() == answered.role() && words.length() <= 24;
    String soFar = goesOn && before != null ? before.text() + " " + words : words;
    return new Turn.Pending(answered.role(), soFar, asks.missing(), asks.choices());
  }

  /// An answer, and what a story expects of it.
  public record Said(String words, Team.Answered answered) {
    public Said by(RoleName role) {
      assertEquals(role, answered.role(), words);
      return this;
    }

    public Said tells(String... pieces) {
      String text = answered.outcome().told().say();
      for (String piece : pieces) {
        assertTrue(text.contains(piece), () -> words + " -> " + text + " lacks " + piece);
      }
      return this;
    }

    public Said hides(String... pieces) {
      String text = answered.outcome().told().say();
      for (String piece : pieces) {
        assertTrue(!text.contains(piece), () -> words + " -> " + text + " holds " + piece);
      }
      return this;
    }

    /// A proposal of this kind, worst case (plain decimal) and target.
    public Proposal proposes(String kind, String atMost, String target) {
      if (!(answered.outcome() instanceof Outcome.Proposes proposes)) {
        throw new AssertionError(words + " -> " + answered);
      }
      Proposal proposal = proposes.proposal();
      assertEquals(kind, proposal.kind(), words);
      assertEquals(atMost, proposal.atMost().plain(), words);
      assertEquals(target, proposal.target(), words);
      return proposal;
    }

    public Outcome.AsksBack asks(String... missing) {
      if (!(answered.outcome() instanceof Outcome.AsksBack asks)) {
        throw new AssertionError(words + " -> " + answered);
      }
      assertEquals(List.of(missing), asks.missing(), words);
      return asks;
    }

    public Said answers() {
      assertTrue(answered.outcome() instanceof Outcome.Answer, () -> words + " -> " + answered);
      return this;
    }
  }
}
