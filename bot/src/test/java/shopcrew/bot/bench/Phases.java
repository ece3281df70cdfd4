package shopcrew.bot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import shopcrew.bot.bench.Load.Closed;
import shopcrew.bot.bench.Load.Open;
import shopcrew.bot.bench.Load.Wave;

/// What one channel goes through.
final class Phases {
  private static final long FIRST_CHAT = 491_700_000_000L;
  private static final long CHATS = 10_000;
  private static final int STARTS = 5;
  private static final Duration DRAIN = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final long SEED = 42;

  private final Platform platform;
  private final Model model;
  private final Path home;
  private final Map<String, String> settings;
  private final Wanted wanted;
  private final Table table;
  private final Ledger ledger;
  private long chats = FIRST_CHAT;

  /// @param home a shop folder with the store in it
  Phases(Platform platform, Model model, Path home, int port, Wanted wanted, Table table) {
    this.platform = platform;
    this.model = model;
    this.home = home;
    this.wanted = wanted;
    this.table = table;
    this.ledger = new Ledger(home);
    var all = new HashMap<>(platform.settings());
    all.put("SHOPCREW_LANGUAGE", "en");
    all.put("SHOPCREW_PORT", Integer.toString(port));
    all.put("SHOPCREW_CONVERSATION_BURST_MILLIS", "0");
    this.settings = Map.copyOf(all);
  }

  void all() throws IOException, InterruptedException, SQLException {
    if (wanted.phase("start")) starts();
    if (wanted.phase("house")) {
      try (Child shop = Child.shop(home, settings)) {
        warm(shop);
        run("house", shop, new Closed(64, wanted.time(10)));
      }
    }
    if (wanted.phase("sat", "steady", "slow", "many", "faults")) {
      try (Child shop = shop()) {
        warm(shop);
        if (wanted.phase("sat")) run("sat", shop, new Closed(64, wanted.time(10)));
        if (wanted.phase("steady")) run("steady", shop, new Open(50, 64, wanted.time(20)));
        model.thinks(800);
        if (wanted.phase("slow")) run("slow", shop, new Closed(200, wanted.time(30)));
        if (wanted.phase("many")) run("many", shop, new Wave(5_000));
        model.thinks(0);
        if (wanted.phase("faults")) faults(shop);
      }
    }
    if (wanted.phase("kill")) kills();
    if (!platform.remark().isEmpty()) table.remark(platform.name() + ": " + platform.remark());
  }

  private Child shop() throws IOException {
    var all = new HashMap<>(settings);
    all.putAll(model.settings());
    return Child.shop(home, all);
  }

  private long next() {
    return chats += CHATS;
  }

  /// Discarded: the first messages pay for loading and compiling.
  private void warm(Child shop) throws InterruptedException, SQLException {
    var asking = new Asking(platform);
    Load.bring(new Open(400, 64, Duration.ofSeconds(5)), asking, next());
    drain(asking.book(), shop);
  }

  private void run(String phase, Child shop, Load load)
      throws IOException, InterruptedException, SQLException {
    var meter = new Meter(shop);
    var asking = new Asking(platform);
    long from = System.nanoTime();
    Load.bring(load, asking, next());
    long brought = System.nanoTime();
    int inDoubt = drain(asking.book(), shop);
    long to = load instanceof Wave ? System.nanoTime() : brought;
    table.row(platform.name(), phase, asking.book().figures(from, to), inDoubt, meter.used());
  }

  private void faults(Child shop) throws IOException, InterruptedException, SQLException {
    platform.faults(true);
    run("faults", shop, new Open(50, 64, wanted.time(20)));
    platform.faults(false);
  }

  /// From the start of the process to the first reply.
  private void starts() throws IOException, InterruptedException, SQLException {
    var asking = new Asking(platform);
    long from = System.nanoTime();
    for (int i = 0; i < STARTS; i++) {
      asking.asks(next(), System.nanoTime());
      try (Child shop = shop()) {
        drain(asking.book(), shop);
      }
    }
    var figures = asking.book().figures(from, System.nanoTime());
    table.row(platform.name(), "start", figures, 0, Table.Used.UNKNOWN);
  }

  /// The process is killed at a random moment of a steady load and started anew.
  private void kills() throws IOException, InterruptedException, SQLException {
    model.thinks(50);
    var dice = new Random(SEED);
    var asking = new Asking(platform);
    long from = System.nanoTime();
    Child shop = shop();
    int inDoubt = 0;
    try {
      for (int i = 0; i < wanted.kills(); i++) {
        long first = next();
        var load = new Open(100, 100, Duration.ofSeconds(4));
        Thread street = Thread.ofVirtual().start(() -> Load.bring(load, asking, first));
        Thread.sleep(500 + dice.nextInt(3_000));
        shop.kill();
        shop = shop();
        street.join();
        inDoubt = drain(asking.book(), shop);
      }
    } finally {
      shop.close();
      model.thinks(0);
    }
    var figures = asking.book().figures(from, System.nanoTime());
    table.row(platform.name(), "kill", figures, inDoubt, Table.Used.UNKNOWN);
  }

  /// Waits until everything is answered or known to be in doubt, and no longer than [#DRAIN]; how
  /// much is in doubt.
  private int drain(Book book, Child shop) throws InterruptedException, SQLException {
    long end = System.nanoTime() + DRAIN.toNanos();
    int rounds = 0;
    while (!book.complete() && System.nanoTime() < end) {
      if (!shop.alive()) throw new IllegalStateException("the shop has died, see " + home);
      Thread.sleep(5);
      boolean looks = ++rounds % (LOOK.toMillis() / 5) == 0;
      if (looks && ledger.inDoubt(book) == book.missing()) break;
    }
    return ledger.inDoubt(book);
  }
}
