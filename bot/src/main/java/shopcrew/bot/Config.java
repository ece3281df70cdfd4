package shopcrew.bot;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.config.Prices;
import shopcrew.bot.config.Provider;
import shopcrew.bot.config.Reading;
import shopcrew.bot.config.Setting;
import shopcrew.bot.config.Settings;
import shopcrew.bot.log.Redaction;
import shopcrew.roles.RoleName;

/// The settings of `shopcrew.yaml`, with the environment over them, which is read here and nowhere
/// else.
///
/// @param home where the shop's files are kept
/// @param shop the shop's id
/// @param port of the pages
/// @param host the address that the pages are bound to
/// @param publicUrl where the world reaches them, without a slash at the end
/// @param models the outside models, or null for the house model alone
/// @param telegram null while it is off
/// @param whatsapp null while it is off
/// @param backup null: no backup leaves the house
public record Config(
    Path home,
    String language,
    String shop,
    int port,
    String host,
    @Nullable String publicUrl,
    @Nullable Models models,
    @Nullable Telegram telegram,
    @Nullable WhatsApp whatsapp,
    Conversation conversation,
    Privacy privacy,
    @Nullable Backup backup) {
  /// @param url empty for the provider's usual address
  /// @param key empty where none is asked for
  /// @param streams whether it is asked for its answer piece by piece
  /// @param hears whether voice notes may go to it
  /// @param sees whether pictures may go to it
  public record Model(
      Provider provider,
      String url,
      String key,
      String name,
      Prices prices,
      Duration timeout,
      boolean streams,
      boolean hears,
      boolean sees) {
    @Override
    public String toString() {
      return "Model[" + provider.word() + " " + name + " at " + url + ", key=…]";
    }
  }

  /// Which model does what; behind each list stands the house model.
  ///
  /// @param order who writes; the next one where the one before does not answer
  /// @param choose who chooses what is to be done
  /// @param roles who writes for a role that has a list of its own
  public record Models(List<Model> order, List<Model> choose, Map<RoleName, List<Model>> roles) {
    /// Each of them once.
    public Set<Model> all() {
      var all = new LinkedHashSet<>(order);
      all.addAll(choose);
      roles.values().forEach(all::addAll);
      return all;
    }
  }

  /// @param webhook whether updates come by webhook, not by long polling
  public record Telegram(
      String token, boolean webhook, String webhookSecret, String apiUrl, Rates rates) {
    public record Rates(int perChatPerSecond, int perGroupPerMinute, int overallPerSecond) {}

    @Override
    public String toString() {
      return "Telegram[token=…, webhook=" + webhook + ", apiUrl=" + apiUrl + ", " + rates + "]";
    }
  }

  /// @param sharedWithApp whether the phone app answers on the same number
  /// @param freeMessages how many replies a month the platform does not charge for
  /// @param euro what one euro is in the shop's currency; null: no reply that costs something
  public record WhatsApp(
      String phoneNumberId,
      String accessToken,
      String appSecret,
      String verifyToken,
      String apiUrl,
      String apiVersion,
      boolean sharedWithApp,
      Rates rates,
      int freeMessages,
      @Nullable BigDecimal euro) {
    public record Rates(int perNumberPerSecond, int pairBurst, int pairEverySeconds) {}

    @Override
    public String toString() {
      return "WhatsApp[phoneNumberId=" + phoneNumberId + ", apiUrl=" + apiUrl + ", " + rates + "]";
    }
  }

  /// @param burst how long a customer may be silent before what they typed counts as one message
  /// @param handBack after how much silence of the owner the team answers again
  public record Conversation(Duration burst, Duration handBack) {}

  /// How many days texts and media are kept; 0 is for ever.
  public record Privacy(int messagesDays, int mediaDays) {}

  /// @param settings the file that goes with the copy
  public record Backup(String password, Path settings) {
    @Override
    public String toString() {
      return "Backup[password=…]";
    }
  }

  /// All faults at once, one sentence each.
  public static final class Faults extends RuntimeException {
    Faults(List<String> faults) {
      super(String.join("\n", faults));
    }
  }

  private static final String VISIBLE = "[!-~]{3,512}";

  public static Config read() {
    Settings settings = settings();
    return of(settings);
  }

  /// What is given, right or wrong: for those who set it right.
  public static Settings settings() {
    Settings settings = Settings.of(System.getenv());
    Redaction.hide(settings.secrets());
    return settings;
  }

  /// The operator's switch for all spending: anything but `on` stops it.
  public static boolean spendingStopped() {
    return !System.getenv().getOrDefault("SHOPCREW_SPENDING", "on").equals("on");
  }

  static Config of(Map<String, String> environment) {
    return of(Settings.of(environment));
  }

  public static Config of(Settings settings) {
    var reading = new Reading(settings);
    reading.oneOf(Setting.LANGUAGE, "zh", List.of("zh", "en"));
    String publicUrl = reading.publicAddress(Setting.PUBLIC_URL);
    var config =
        new Config(
            settings.home(),
            settings.language(),
            reading.text(Setting.SHOP, "shop", "[a-z0-9_-]{1,40}", "shop"),
            reading.number(Setting.PORT, 8080, 0, 65_535),
            reading.text(Setting.HOST, "127.0.0.1", "[A-Za-z0-9.:-]{1,253}", "host"),
            publicUrl,
            TeamModels.of(reading),
            telegram(reading),
            whatsapp(reading),
            new Conversation(
                Duration.ofMillis(reading.number(Setting.CONVERSATION_BURST, 1_500, 0, 60_000)),
                Duration.ofMinutes(reading.number(Setting.CONVERSATION_HAND_BACK, 120, 1, 10_080))),
            new Privacy(
                reading.number(Setting.PRIVACY_MESSAGES, 730, 0, 36_500),
                reading.number(Setting.PRIVACY_MEDIA, 180, 0, 36_500)),
            backup(reading, settings.file()));
    if (!settings.faults().isEmpty()) throw new Faults(settings.faults());
    return config;
  }

  private static @Nullable Backup backup(Reading reading, Path file) {
    String password = reading.secret(Setting.BACKUP_PASSWORD, "[!-~]{12,128}");
    return password.isEmpty() ? null : new Backup(password, file);
  }

  private static @Nullable Telegram telegram(Reading reading) {
    var rates =
        new Telegram.Rates(
            reading.number(Setting.TELEGRAM_PER_CHAT, 1, 1, 1_000_000),
            reading.number(Setting.TELEGRAM_PER_GROUP, 20, 1, 1_000_000),
            reading.number(Setting.TELEGRAM_OVERALL, 30, 1, 1_000_000));
    String mode = reading.oneOf(Setting.TELEGRAM_MODE, "polling", List.of("polling", "webhook"));
    String token = reading.secret(Setting.TELEGRAM_TOKEN, "\\d{1,20}:[A-Za-z0-9_-]{3,200}");
    String secret = reading.secret(Setting.TELEGRAM_WEBHOOK_SECRET, "[A-Za-z0-9_-]{16,256}");
    String address = reading.address(Setting.TELEGRAM_API_URL, "https://api.telegram.org");
    boolean webhook = mode.equals("webhook");
    if (webhook) {
      for (var part :
          List.of(Setting.TELEGRAM_TOKEN, Setting.TELEGRAM_WEBHOOK_SECRET, Setting.PUBLIC_URL)) {
        if (!reading.has(part)) reading.needs(Setting.TELEGRAM_MODE, part);
      }
    }
    if (!reading.has(Setting.TELEGRAM_TOKEN)) return null;
    return new Telegram(token, webhook, secret, address, rates);
  }

  private static @Nullable WhatsApp whatsapp(Reading reading) {
    boolean shared = reading.yes(Setting.WHATSAPP_SHARED);
    var rates =
        new WhatsApp.Rates(
            reading.number(Setting.WHATSAPP_PER_NUMBER, shared ? 20 : 80, 1, 1_000_000),
            reading.number(Setting.WHATSAPP_PAIR_BURST, 45, 1, 1_000_000),
            reading.number(Setting.WHATSAPP_PAIR_EVERY, 6, 0, 3_600));
    int free = reading.number(Setting.WHATSAPP_FREE, 0, 0, 1_000_000);
    String address = reading.address(Setting.WHATSAPP_API_URL, "https://graph.facebook.com");
    String version =
        reading.text(Setting.WHATSAPP_API_VERSION, "v24.0", "v\\d{1,3}\\.\\d{1,2}", "version");
    var four =
        List.of(
            Setting.WHATSAPP_PHONE_NUMBER_ID,
            Setting.WHATSAPP_ACCESS_TOKEN,
            Setting.WHATSAPP_APP_SECRET,
            Setting.WHATSAPP_VERIFY_TOKEN);
    if (!reading.whole("whatsapp", four)) return null;
    return new WhatsApp(
        reading.text(Setting.WHATSAPP_PHONE_NUMBER_ID, "", "\\d{3,30}", "digits"),
        reading.secret(Setting.WHATSAPP_ACCESS_TOKEN, VISIBLE),
        reading.secret(Setting.WHATSAPP_APP_SECRET, VISIBLE),
        reading.secret(Setting.WHATSAPP_VERIFY_TOKEN, VISIBLE),
        address,
        version,
        shared,
        rates,
        free,
        reading.has(Setting.WHATSAPP_EURO) ? reading.price(Setting.WHATSAPP_EURO) : null);
  }
}
