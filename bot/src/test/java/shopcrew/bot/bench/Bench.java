package shopcrew.bot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/// Measures the whole product as a process of its own, on Telegram and on WhatsApp, beside the
/// least bot that can be written with the same library. Prints a table and writes it to
/// `target/benchmark.md`.
final class Bench {
  private static final long CHAT = 100_000;
  private static final int[][] SIZES = {{40, 60}, {400, 200}, {2_000, 600}, {10_000, 2_000}};

  private Bench() {}

  public static void main(String[] args) throws Exception {
    var wanted = Wanted.read();
    var table = new Table();
    Path folder = Files.createTempDirectory("bench");
    String answers = wanted.phase("answers") ? answers(folder) : "";
    try (var model = new Model()) {
      Table.head();
      if (wanted.channel("telegram")) {
        if (wanted.phase("echo")) echo("echo", folder, wanted, table, List.of());
        if (wanted.phase("echo+model")) {
          echo("echo+model", folder, wanted, table, List.of(model.url()));
        }
        try (var telegram = new Telegram()) {
          phases(telegram, model, folder, port(), wanted, table);
        }
      }
      if (wanted.channel("whatsapp")) {
        int port = port();
        try (var whatsapp = new WhatsApp(port)) {
          phases(whatsapp, model, folder, port, wanted, table);
        }
        table.remark("whatsapp: each chat comes by an ad, so that replies are free for 72 hours");
      }
    }
    Path page = Path.of("target", "benchmark.md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, answers + table.page());
    FileUtils.deleteDirectory(folder.toFile());
    if (table.good()) System.exit(0);
    System.err.println("Something was lost, said twice, out of order or wrong: see the table.");
    System.exit(1);
  }

  /// How finding an answer grows with the shop.
  private static String answers(Path folder) throws IOException, InterruptedException {
    var rows =
        new StringBuilder(
            """
            | products | sections | asked | answered | CPU ms each | p50 ms | p99 ms | first answer ms \
            | after a sale ms | after a rule changed ms | peak MB |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """);
    for (int[] size : SIZES) {
      Path home = Files.createDirectory(folder.resolve("answers" + size[0]));
      String[] words = {home.toString(), "" + size[0], "" + size[1]};
      try (Child shop = Child.of(home, Answering.class, words)) {
        shop.ends();
      }
      rows.append(Files.readString(home.resolve("row.txt"))).append('\n');
    }
    System.out.println(rows);
    return rows.append('\n').toString();
  }

  private static void phases(
      Platform platform, Model model, Path folder, int port, Wanted wanted, Table table)
      throws Exception {
    Path home = Files.createDirectory(folder.resolve(platform.name()));
    Wares.openShop(home);
    Child.rehearses(home);
    new Phases(platform, model, home, port, wanted, table).all();
  }

  /// The load of `sat` on a bot that only repeats.
  private static void echo(
      String phase, Path folder, Wanted wanted, Table table, List<String> model) throws Exception {
    try (var telegram = new Telegram()) {
      var words = new ArrayList<>(List.of(telegram.base().toString()));
      words.addAll(model);
      Path home = Files.createDirectory(folder.resolve(phase));
      try (Child echo = Child.of(home, Echo.class, words.toArray(String[]::new))) {
        var warm = new Asking(telegram);
        Load.bring(new Load.Open(400, 64, Duration.ofSeconds(5)), warm, CHAT);
        drain(warm.book());
        var meter = new Meter(echo);
        var asking = new Asking(telegram);
        long from = System.nanoTime();
        Load.bring(new Load.Closed(64, wanted.time(10)), asking, 2 * CHAT);
        long to = System.nanoTime();
        drain(asking.book());
        table.row("telegram", phase, asking.book().figures(from, to), 0, meter.used());
      }
    }
  }

  private static void drain(Book book) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!book.complete() && System.nanoTime() < end) Thread.sleep(5);
  }

  private static int port() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
