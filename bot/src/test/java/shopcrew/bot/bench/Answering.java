package shopcrew.bot.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import shopcrew.db.Database;
import shopcrew.db.imports.Importer;
import shopcrew.roles.Crew;
import shopcrew.roles.Minds;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;
import shopcrew.roles.Turn;

/// What it costs the processor to find an answer, without any model, in a shop of a given size. A
/// process of its own; it prints one row of a table.
final class Answering {
  private static final int ASKED = 400;
  private static final int WARM = 100;
  private static final int STEP = 37;

  private Answering() {}

  /// @param args the shop's folder, how many products, how many sections of knowledge
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    int wares = Integer.parseInt(args[1]);
    int rules = Integer.parseInt(args[2]);
    Warehouse.writeTo(home.resolve("files"), wares, rules);
    try (Database database = Database.open(home.resolve("shop.db"))) {
      new Importer(database, "shop").load(home.resolve("files"));
      Team team = Crew.of(database.store("shop"), Minds.HOUSE);
      long before = System.nanoTime();
      ask(team, Warehouse.questions(0).getFirst());
      long first = System.nanoTime() - before;
      for (int i = 0; i < WARM; i++) ask(team, question(wares, i));
      long[] nanos = new long[ASKED];
      int answered = 0;
      for (int i = 0; i < ASKED; i++) {
        long from = cpu();
        if (ask(team, question(wares, i))) answered++;
        nanos[i] = cpu() - from;
      }
      Arrays.sort(nanos);
      long sold =
          after(database, team, "UPDATE products SET stock = stock + 1 WHERE sku = 'WH-00000'");
      long taught =
          after(database, team, "UPDATE knowledge_lines SET text = text || '!' WHERE section = 1");
      Files.writeString(
          home.resolve("row.txt"),
          String.format(
              Locale.ROOT,
              "| %d | %d | %d | %d | %.2f | %.2f | %.2f | %.0f | %.0f | %.0f | %d |",
              wares,
              rules,
              ASKED,
              answered,
              Arrays.stream(nanos).average().orElse(0) / 1e6,
              nanos[ASKED / 2] / 1e6,
              nanos[ASKED * 99 / 100] / 1e6,
              first / 1e6,
              sold / 1e6,
              taught / 1e6,
              peak()));
    }
  }

  /// What the first answer costs after something has changed.
  private static long after(Database database, Team team, String change) {
    database.write(h -> h.execute(change));
    long from = cpu();
    ask(team, Warehouse.questions(0).getFirst());
    return cpu() - from;
  }

  private static String question(int wares, int number) {
    List<String> questions = Warehouse.questions(number * STEP % wares);
    return questions.get(number % questions.size());
  }

  /// True if the shop's data answered it; else a person is asked.
  private static boolean ask(Team team, String question) {
    var turn =
        new Turn(
            "shop",
            "bench",
            new Speaker.Customer(null),
            question,
            question.codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en",
            Instant.EPOCH,
            ZoneId.of("Asia/Shanghai"),
            List.of(),
            List.of(),
            null);
    return team.answer(turn).outcome() instanceof Outcome.Answer;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long peak() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      String peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElse("0");
      return Long.parseLong(peak.replaceAll("\\D", "")) / 1_024;
    }
  }
}
