package shopcrew.bot;

import static java.time.temporal.ChronoUnit.DAYS;

import io.github.bucket4j.TimeMeter;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.PinLinks;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.telegram.Intake;
import shopcrew.bot.channel.telegram.Polling;
import shopcrew.bot.channel.telegram.Telegram;
import shopcrew.bot.channel.telegram.TelegramWebhook;
import shopcrew.bot.channel.whatsapp.Heard;
import shopcrew.bot.channel.whatsapp.Pace;
import shopcrew.bot.channel.whatsapp.WhatsApp;
import shopcrew.bot.channel.whatsapp.WhatsAppDoor;
import shopcrew.bot.look.Outside;
import shopcrew.bot.web.PinPage;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// The shop's ways to people's phones, as far as its settings open them. They are made before the
/// shop is opened, for it sends through them, and bring what arrives once it is open.
public final class Phones implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

  private static final Duration OPENING = Duration.ofSeconds(10);
  private final Config config;
  private final InstantSource clock;
  private final PinLinks pins;
  private final @Nullable Telegram telegram;
  private final @Nullable WhatsApp whatsapp;
  private final AtomicReference<@Nullable Shop> open = new AtomicReference<>();
  private final CountDownLatch resumed = new CountDownLatch(1);
  private @Nullable Polling polling;
  private final Doors doors;
  private final Outage outage;
  private final Outside outside = new Outside(PATIENCE);
  private Instant asked = Instant.MIN;
  private boolean told;

  public Phones(Config config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    String address = config.publicUrl() == null ? "" : config.publicUrl();
    this.pins = new PinLinks(address, clock);
    this.doors = new Doors(config);
    this.outage = new Outage("telegram", clock);
    this.telegram = config.telegram() == null ? null : telegram(config.telegram());
    this.whatsapp = config.whatsapp() == null ? null : whatsapp(config.whatsapp());
  }

  public List<Channel> channels() {
    var all = new ArrayList<Channel>();
    if (telegram != null) all.add(telegram);
    if (whatsapp != null) all.add(whatsapp);
    return List.copyOf(all);
  }

  /// In for somebody who has a code; what the platforms say of themselves is asked for in [#look].
  public BinaryOperator<String> ways() {
    return doors::ways;
  }

  /// From now on what arrives is the shop's.
  public void of(Shop shop) {
    open.set(shop);
  }

  /// Where platforms bring what arrives, and the page for a PIN.
  public void routes(RoutesConfig routes) {
    Shop shop = shop();
    new PinPage(shop, pins).routes(routes);
    if (telegram != null && config.telegram() != null && config.telegram().webhook()) {
      new TelegramWebhook(config.telegram().webhookSecret(), intake(telegram)).routes(routes);
    }
    if (whatsapp != null && config.whatsapp() != null) {
      new WhatsAppDoor(account(config.whatsapp()), this::arrived, clock).routes(routes);
    }
  }

  /// Once the shop has taken up what the last stop left: what is new is let in, and Telegram is
  /// asked for it or told where to bring it.
  public void start() {
    resumed.countDown();
    var settings = config.telegram();
    if (telegram == null || settings == null) return;
    Thread.ofVirtual().start(() -> telegram.registration().commands(config.language()));
    if (settings.webhook()) return; // it is told in [#look], until it has heard
    polling =
        new Polling(account(settings), intake(telegram), clock, Thread::sleep, config.language());
    polling.start();
  }

  /// Every few seconds: whether everything still listens.
  public void look() {
    Polling now = polling;
    if (now != null) {
      now.look();
      outage.look(now.trouble(), shop().rooms());
    }
    if (!doors.known() && asked.plus(ASK_AGAIN).isBefore(clock.instant())) {
      asked = clock.instant();
      Thread.ofVirtual().start(() -> doors.look(outside));
    }
    var settings = config.telegram();
    if (told || telegram == null || settings == null || !settings.webhook()) return;
    String address = config.publicUrl() + TelegramWebhook.PATH;
    told = telegram.registration().webhook(address, settings.webhookSecret());
    outage.look(told ? "" : "unreachable", shop().rooms());
  }

  @Override
  public void close() {
    if (polling != null) polling.close();
    if (telegram != null) telegram.close();
    outside.close();
  }

  private Telegram telegram(Config.Telegram settings) {
    var rates = settings.rates();
    return new Telegram(
        account(settings),
        new shopcrew.bot.channel.telegram.Rates(
            rates.perChatPerSecond(), rates.perGroupPerMinute(), rates.overallPerSecond()),
        clock,
        (to, line) -> Reply.of(line, config.home()));
  }

  private WhatsApp whatsapp(Config.WhatsApp settings) {
    var rates = settings.rates();
    var limit =
        new Pace.Limit(
            rates.perNumberPerSecond(),
            rates.pairBurst(),
            Duration.ofSeconds(Math.max(1, rates.pairEverySeconds())));
    return new WhatsApp(
        account(settings),
        limit,
        new WhatsApp.Outside(
            this::heard,
            this::said,
            new WhatsApp.Prices(settings.euro(), () -> left(settings)),
            clock,
            TimeMeter.SYSTEM_NANOTIME));
  }

  /// How many replies of this month are still free, by the owner's own word.
  private long left(Config.WhatsApp settings) {
    if (settings.freeMessages() == 0) return 0;
    var month = clock.instant().atZone(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(DAYS);
    long said = shop().rooms().sent().count(WhatsApp.NAME, month.toInstant());
    return Math.max(0, settings.freeMessages() - said);
  }

  /// A keypad would show on WhatsApp which keys were pressed.
  private Reply said(Conversation to, Line line) {
    return line.kind().equals("keypad") ? pins.linked(to, line) : Reply.of(line, config.home());
  }

  private Heard heard(Conversation of) {
    var contacts = shop().rooms().contacts();
    return new Heard(contacts.heard(of.id()), contacts.freeUntil(of.id()));
  }

  private Intake intake(Telegram of) {
    return new Intake(of, this::arrived, clock);
  }

  /// The platform's door opens a moment before the shop: what is new waits behind what is left.
  private void arrived(List<Arrival> arrivals) {
    try {
      if (!resumed.await(OPENING.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the shop is not open yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    shop().reception().take(arrivals);
  }

  private Shop shop() {
    Shop shop = open.get();
    if (shop == null) throw new IllegalStateException("the shop is not open yet");
    return shop;
  }

  private static shopcrew.bot.channel.telegram.Account account(Config.Telegram settings) {
    return new shopcrew.bot.channel.telegram.Account(
        settings.token(), URI.create(settings.apiUrl()));
  }

  private static shopcrew.bot.channel.whatsapp.Account account(Config.WhatsApp settings) {
    return shopcrew.bot.channel.whatsapp.Account.of(
        URI.create(settings.apiUrl()),
        settings.apiVersion(),
        settings.phoneNumberId(),
        settings.accessToken(),
        settings.appSecret(),
        settings.verifyToken());
  }
}
