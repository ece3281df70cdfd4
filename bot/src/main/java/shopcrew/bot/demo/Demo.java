package shopcrew.bot.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import shopcrew.bot.Shop;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Database;
import shopcrew.db.People;
import shopcrew.db.People.Person;
import shopcrew.db.imports.Importer;

/// The sample shop, opened for a try: the couple Mei and Jun, their eight months of trade, and a
/// clock that can be moved on. Every demo begins anew.
public final class Demo implements AutoCloseable {
  public static final String SHOP = "demo";
  public static final Person MEI = new Person("owner_mei", "梅姐 Mei", People.Kind.OWNER, "zh");
  public static final Person JUN = new Person("owner_jun", "军哥 Jun", People.Kind.OWNER, "zh");
  private static final LocalTime OPENS_AT = LocalTime.of(9, 40);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final DemoClock clock;
  private final Shop shop;

  private Demo(DemoClock clock, Shop shop) {
    this.clock = clock;
    this.shop = shop;
  }

  /// @param home an own folder of the demo; what an earlier demo left there is removed
  /// @param pace how fast the clock runs: the system's clock, or a fixed one
  public static Demo open(Path home, InstantSource pace, Shop.Means means) throws IOException {
    empty(home);
    Path files = home.resolve("files");
    SampleShop.writeTo(files);
    Instant start = SampleShop.TODAY.atTime(OPENS_AT).atZone(ZONE).toInstant();
    try (Database database = Database.open(home.resolve("shop.db"))) {
      new Importer(database, SHOP).load(files);
      database.store(SHOP).rules().agree(MEI.id(), start);
      var people = new People(database, SHOP);
      people.add(MEI);
      people.add(JUN);
    }
    var clock = new DemoClock(start, pace);
    return new Demo(clock, Shop.open(home, SHOP, clock, means));
  }

  public Shop shop() {
    return shop;
  }

  public DemoClock clock() {
    return clock;
  }

  /// An owner's own conversation.
  public Conversation phone(String channel, Person person) {
    return shop.rooms()
        .conversations()
        .open(channel, "demo-" + person.id(), person.id(), person.language(), clock.instant());
  }

  /// A customer's conversation; nobody knows who it is yet.
  public Conversation customer(String channel, String name) {
    return shop.rooms().conversations().open(channel, "demo-" + name, null, "zh", clock.instant());
  }

  @Override
  public void close() {
    shop.close();
  }

  private static void empty(Path home) throws IOException {
    if (!Files.exists(home)) return;
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList().reversed()) Files.delete(file);
    }
  }
}
