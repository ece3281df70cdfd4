package shopcrew.bot.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.LongSupplier;
import shopcrew.bot.sandbox.SandboxAds;
import shopcrew.db.Conversations;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.db.Outbox;
import shopcrew.db.People;
import shopcrew.db.People.Kind;
import shopcrew.db.People.Person;
import shopcrew.db.Tasks;

/// A shop in the real store. Every schedule has a shop of its own in the same store, which makes a
/// new world cheap and shows that shops do not see one another.
final class SimShop {
  /// The store of many shops, in memory where the machine has a folder for that.
  static final class Store implements AutoCloseable {
    final Path folder;
    final Database db;
    final SandboxAds unused;
    final Seal seal;
    final SimRows rows;
    private int shops;

    Store() {
      try {
        Path memory = Path.of("/dev/shm");
        folder =
            Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "shop-sim")
                : Files.createTempDirectory("shop-sim");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      db = Database.open(folder.resolve("shop.db"));
      unused = SandboxAds.open(folder.resolve("ads.db"), new GateWorld.Time(), GateWorld.SHANGHAI);
      seal = Seal.in(folder.resolve("gate.key"));
      rows = new SimRows(folder.resolve("shop.db"));
    }

    SimShop shop() {
      return new SimShop(this, "sim" + ++shops);
    }

    @Override
    public void close() {
      rows.close();
      unused.close();
      db.close();
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A PIN is hashed often, but not as slowly as for real.
  private static final int ROUNDS = 10;

  final String name;
  final SimRows rows;
  private final Store store;

  private SimShop(Store store, String name) {
    this.store = store;
    this.name = name;
    this.rows = store.rows;
  }

  void fill(SimPhones phones, GateWorld.Time time) {
    store.db.writing(
        h -> {
          var people = new People(store.db, name);
          people.add(new Person("mei", "梅姐", Kind.OWNER, "zh-CN"));
          people.add(new Person("jun", "Jun", Kind.OWNER, "en"));
          people.add(new Person("lan", "小兰", Kind.STAFF, "zh-CN"));
          var pins = new Pins(store.db, name, store.seal, ROUNDS);
          SimHouse.PINS.forEach(
              (person, digits) ->
                  pins.keep(person, pins.made(person, digits, time.instant().minusSeconds(1))));
          phone(phones, time, "mei", "web", "zh-CN");
          phone(phones, time, "mei", "telegram", "zh-CN");
          phone(phones, time, "jun", "web", "en");
          phone(phones, time, "lan", "web", "zh-CN");
          phone(phones, time, "nobody", "web", "zh-CN");
          h.execute(
              """
              INSERT INTO products (shop, sku, category, title_zh, title_en, currency, cost, price,
                stock, status, on_sale, desc_zh, desc_en)
              VALUES (?, 'XL', '露营车', '加大款露营车', 'XL wagon', 'CNY', 11000, 19900, 8,
                '在售', 1, '', '')\
              """,
              name);
        });
  }

  private void phone(
      SimPhones phones, GateWorld.Time time, String person, String channel, String language) {
    var conversations = new Conversations(store.db, name);
    var found = person.equals("nobody") ? null : person;
    String id =
        conversations.open(channel, person + "-phone", found, language, time.instant()).id();
    phones.add(person, id, language);
  }

  Gate open(GateWorld.Time time, LongSupplier ticks, SimPlatform platform, CrashPoints crash) {
    var desk =
        Desk.of(
            store.db,
            name,
            store.seal,
            time,
            ticks,
            GateWorld.SHANGHAI,
            new Gate.Settings("CNY", ROUNDS, (code, _) -> code),
            new People(store.db, name),
            new Outbox(store.db, name, time),
            new Tasks(store.db, name));
    return new Gate(desk, platform, crash, store.unused, null);
  }

  long price() {
    return rows.number("SELECT price FROM products WHERE shop = ?", name);
  }

  int stock() {
    return (int) rows.number("SELECT stock FROM products WHERE shop = ?", name);
  }

  void change(int what, int by) {
    if (what % 2 == 0) {
      store.db.priceTags(name).set("XL", Money.of(15_000 + by, "CNY"));
      return;
    }
    store.db.writing(h -> h.execute("UPDATE products SET stock = ? WHERE shop = ?", by % 20, name));
  }

  /// Customers use coupons that are running.
  void redeem(int times, LocalDate today) {
    store.db.writing(
        h ->
            h.execute(
                """
                UPDATE coupons SET used = MIN(total, used + ?) WHERE shop = ? AND state = 'active' AND valid_to >= ?\
                """,
                times,
                name,
                today.toString()));
  }

  long redeemed(String code) {
    return rows.number("SELECT face * used FROM coupons WHERE shop = ? AND code = ?", name, code);
  }
}
