package shopcrew.bot.setup;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.config.Given;
import shopcrew.bot.config.Setting;
import shopcrew.bot.config.Settings;
import shopcrew.bot.look.Outside;
import shopcrew.db.Database;
import shopcrew.db.People;
import shopcrew.db.ShopCard;

/// From nothing to an open shop, one question after the other. It can be stopped at any question
/// and begun again: what was answered is kept.
public final class Setup {
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private final Supplier<Settings> settings;
  private final Settings before;
  private final Draft draft;
  private final Talk talk;
  private final Outside outside;
  private final InstantSource clock;

  /// @param settings read again whenever they are asked for
  public Setup(
      Supplier<Settings> settings,
      BufferedReader in,
      PrintStream out,
      Outside outside,
      InstantSource clock) {
    this.settings = settings;
    this.before = settings.get();
    this.draft = new Draft(before.file(), before.filed());
    this.talk = new Talk(in, out, before.language());
    this.outside = outside;
    this.clock = clock;
  }

  /// False if it was stopped before its end.
  public boolean run() {
    try {
      talk.say("hello", "file", before.file());
      List<String> overriding = before.overriding();
      if (!overriding.isEmpty()) talk.say("overriding", "names", String.join(", ", overriding));
      language();
      talk.blank();
      try (Database database = Database.open(before.home().resolve("shop.db"))) {
        shop(database);
        talk.blank();
        String bot = new TelegramStep(talk, draft, outside, telegramAt()).take();
        talk.blank();
        String phone = new WhatsAppStep(talk, draft, outside, whatsappAt(), version()).take();
        talk.blank();
        new ModelStep(talk, draft).take();
        talk.blank();
        address();
        talk.blank();
        end(database, bot, phone);
      }
      return true;
    } catch (Talk.Stopped e) {
      talk.blank();
      talk.say("stopped");
      return false;
    }
  }

  private void language() {
    while (true) {
      String typed = talk.ask("language", talk.language());
      if (LANGUAGES.contains(typed)) {
        draft.put(Setting.LANGUAGE, typed);
        draft.save();
        talk.speaks(typed);
        return;
      }
    }
  }

  /// The shop's name, and the first owner if there is none yet.
  private void shop(Database database) {
    talk.say("shop.title");
    var store = database.store(shopId());
    ShopCard card = store.card();
    String old = card.name().equals(shopId()) ? "" : card.name();
    String name = talk.ask("shop.name", old);
    if (!name.isEmpty() && !name.equals(old)) {
      store.setCard(new ShopCard(name, card.currency(), card.zone()));
    }
    var people = new People(database, shopId());
    if (!people.approvers().isEmpty()) return;
    String owner = talk.ask("shop.owner", "");
    while (owner.isEmpty()) owner = talk.ask("shop.owner", "");
    people.add(new People.Person("owner", owner, People.Kind.OWNER, talk.language()));
  }

  private void address() {
    talk.say("address.title");
    talk.say("address.guide");
    while (true) {
      String typed = talk.ask("address", draft.get(Setting.PUBLIC_URL)).replaceAll("/+$", "");
      boolean none = typed.isEmpty() || typed.matches("(?i)off|没有|无");
      if (none || typed.matches("https://[!-~]{3,300}") && Address.isOne(typed)) {
        draft.put(Setting.PUBLIC_URL, none ? "" : typed);
        draft.save();
        return;
      }
      talk.say("address.shape");
    }
  }

  private void end(Database database, @Nullable String bot, @Nullable String phone) {
    talk.say("end.title");
    Settings now = settings.get();
    talk.say("end.file", "file", now.file());
    now.faults().forEach(fault -> talk.say("end.fault", "fault", fault));
    String door = draft.get(Setting.PUBLIC_URL);
    if (!draft.get(Setting.WHATSAPP_PHONE_NUMBER_ID).isEmpty()) webhook(door);
    talk.say("end.run");
    String port = value(Setting.PORT, "8080");
    String pages = door.isEmpty() ? "http://localhost:" + port : door;
    var people = new People(database, shopId());
    for (People.Person owner : people.approvers()) {
      talk.say("end.owner", "name", owner.name());
      if (bot != null) talk.say("end.telegram", "link", invite(people, owner).telegram(bot));
      if (phone != null) talk.say("end.whatsapp", "link", invite(people, owner).whatsapp(phone));
      talk.say("end.page", "link", invite(people, owner).page(pages));
    }
    talk.say("end.doctor");
  }

  private void webhook(String door) {
    if (door.isEmpty()) {
      talk.say("end.no_address");
      return;
    }
    talk.say(
        "end.webhook",
        "address",
        door + "/webhook/whatsapp",
        "token",
        draft.get(Setting.WHATSAPP_VERIFY_TOKEN));
    if (draft.get(Setting.WHATSAPP_SHARED).equals("true")) talk.say("end.echoes");
  }

  private Invitation invite(People people, People.Person owner) {
    return Invitation.of(people, owner.id(), clock.instant());
  }

  private String shopId() {
    String id = value(Setting.SHOP, "shop");
    return id.matches("[a-z0-9_-]{1,40}") ? id : "shop";
  }

  private String telegramAt() {
    return base(Setting.TELEGRAM_API_URL, "https://api.telegram.org");
  }

  private String whatsappAt() {
    return base(Setting.WHATSAPP_API_URL, "https://graph.facebook.com");
  }

  private String version() {
    return value(Setting.WHATSAPP_API_VERSION, "v24.0");
  }

  private String base(Setting setting, String usual) {
    String address = value(setting, usual);
    return Address.isOne(address) ? address.replaceAll("/+$", "") : usual;
  }

  private String value(Setting setting, String usual) {
    Given given = before.get(setting);
    return given == null ? usual : given.text();
  }
}
