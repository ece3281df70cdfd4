package shopcrew.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.demo.SampleShop;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Mind;
import shopcrew.bot.model.Models;
import shopcrew.bot.model.StandIn;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.db.People;
import shopcrew.db.People.Kind;
import shopcrew.db.People.Person;
import shopcrew.db.imports.Importer;

/// Xiaoman Pottery on a Friday morning: the real router, team, gate and store on files in one
/// folder, with a clock that only the story moves. Mei reads Chinese, Jun English; Lan is the
/// clerk.
public abstract class StoreWorld {
  protected static final String SHOP = "kiln";
  private static final String PIN = "482615";
  private static final List<Person> CAST =
      List.of(
          new Person("mei", "梅姐", Kind.OWNER, "zh"),
          new Person("jun", "Jun", Kind.OWNER, "en"),
          new Person("lan", "小兰", Kind.STAFF, "zh"));

  @TempDir protected Path folder;
  protected final StoryTime time = new StoryTime(this::theClockMoved);
  protected final List<Phone> phones = new CopyOnWriteArrayList<>();
  protected final Phone mei = new Phone(this, "mei", "mei", "zh");
  protected final Phone jun = new Phone(this, "jun", "jun", "en");
  protected final Phone lan = new Phone(this, "lan", "lan", "zh");
  protected final Phone wangFang = new Phone(this, "wangFang", null, "zh");
  protected final Phone daniel = new Phone(this, "daniel", null, "zh");
  protected final Phone sofia = new Phone(this, "sofia", null, "zh");
  protected final AdPlatform ads = new AdPlatform(this);
  private final List<String> transcript = new CopyOnWriteArrayList<>();
  /// What is done after a while, when the story's clock has come so far.
  protected final Waiting waiting = new Waiting(time);
  final Way way = way();
  private @Nullable StandIn model;
  protected Shop shop;

  @BeforeEach
  void theShopOpens() throws IOException {
    Files.copy(Template.STORE, home().resolve("shop.db"));
    opens(Runnable::run, mind());
  }

  @AfterEach
  void theShopCloses() {
    if (whose() == Mind.HOSTILE) nothingOfItsOwnWasSent();
    shop.close();
    way.close();
    if (model != null) model.close();
  }

  /// The house's own, unless the run or the class says otherwise.
  protected Mind whose() {
    return Mind.ofThisRun();
  }

  /// That mind; if it is not the house's own, behind real HTTP, each class in a protocol of its
  // own.
  protected final Models.Way mind() {
    if (whose() == Mind.HOUSE) return Models.house();
    if (model == null) {
      int tongue = Math.floorMod(getClass().getName().hashCode(), 2 * Dialect.values().length);
      model = whose().speaks(Dialect.values()[tongue / 2]);
      if (tongue % 2 == 1) model.streaming();
    }
    return model.way();
  }

  /// All that the hostile one invents has these figures in it.
  private void nothingOfItsOwnWasSent() {
    String sent = "SELECT count(*) FROM messages WHERE direction = 'out' AND text LIKE ";
    if (count(sent + "'%4321%'") > 0) throw fault("something invented was sent");
  }

  /// Between the phones and the shop.
  protected Way way() {
    return new Written();
  }

  protected Path home() {
    return folder;
  }

  /// Opened with another executor or model than the story began with.
  protected void theShopRestarts(Executor executor, Models.Way model) {
    shop.close();
    waiting.forget();
    opens(executor, model);
    shop.resume();
    shop.tick();
    collect();
  }

  protected void theShopRestarts() {
    note("— the shop restarts —");
    theShopRestarts(Runnable::run, mind());
  }

  /// Mei sets a PIN, and lets the shop use that much each month for what is too small to ask.
  protected final void theOwnersAllow(String yuan) {
    mei.says("花钱设置");
    mei.taps("我的密码");
    presses();
    presses();
    time.passes(Duration.ofHours(2));
    mei.says("花钱设置");
    mei.taps("日常费用");
    mei.says(yuan);
    mei.taps("先看清楚");
    mei.says(yuan);
    presses();
    mei.taps("同意");
    time.passes(Duration.ofMinutes(11));
  }

  private void presses() {
    for (char digit : PIN.toCharArray()) mei.taps(String.valueOf(digit));
  }

  protected static Money yuan(long yuan) {
    return Money.of(yuan * 100, "CNY");
  }

  protected long count(String query) {
    return shop.rooms().database().read(h -> h.createQuery(query).mapTo(Long.class).one());
  }

  void note(String line) {
    transcript.add(line);
  }

  /// Whatever is seen from now on came of this act.
  void act(String what) {
    note(what);
    phones.forEach(Phone::looksUp);
  }

  AssertionError fault(String what) {
    return new AssertionError(what + "\n\n" + String.join("\n", transcript));
  }

  private void opens(Executor executor, Models.Way model) {
    var means = new Shop.Means(executor, channels(), model, manners(), Doors.NONE, backup());
    shop = Shop.open(home(), SHOP, time, means);
    way.opens(shop);
    phones.forEach(phone -> phone.joins(shop));
  }

  /// The ways to the phones.
  protected List<Channel> channels() {
    return List.of(way.made());
  }

  /// How a copy is locked that leaves the house.
  protected Config.@Nullable Backup backup() {
    return null;
  }

  protected Manners manners() {
    return Manners.PLAIN;
  }

  /// What has come to the phones is read.
  protected final void collect() {
    for (Phone phone : phones) way.news(phone).forEach(line -> hear(phone, line));
  }

  private void hear(Phone phone, Line line) {
    note("      → " + phone + "｜" + line.text().replace("\n", "\n          "));
    if (!line.buttons().isEmpty()) {
      note("          " + line.buttons().stream().map(b -> "[" + b.label() + "]").toList());
    }
    phone.hears(line);
  }

  private void theClockMoved(Duration by) {
    act("— " + by + " pass —");
    waiting.due(time.instant());
    shop.tick();
    collect();
  }

  /// The shop's store with everything loaded, made once and copied for each story.
  private static final class Template {
    static final Path STORE = make();

    private static Path make() {
      try {
        Path made = Files.createTempDirectory("shopcrew-story");
        Path files = made.resolve("files");
        SampleShop.writeTo(files);
        Path store = made.resolve("shop.db");
        try (Database database = Database.open(store)) {
          new Importer(database, SHOP, () -> StoryTime.FRIDAY_MORNING).load(files);
          database.store(SHOP).rules().agree("mei", StoryTime.FRIDAY_MORNING);
          var people = new People(database, SHOP);
          CAST.forEach(people::add);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
        return store;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private static void remove(Path made) {
      try (Stream<Path> files = Files.walk(made)) {
        for (Path file : new ArrayList<>(files.toList()).reversed()) Files.delete(file);
      } catch (IOException e) {
        made.toFile().deleteOnExit();
      }
    }
  }
}
