package shopcrew.roles.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.db.Days;
import shopcrew.db.Lead;
import shopcrew.db.Product;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.prompts.Words;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.Normal;

/// Letters and posts put together from product facts and nothing else. A draft is shown to the
// owner;
/// nobody sends it from here.
final class Drafts {
  private static final int MOST_PRODUCTS = 3;
  private static final int MOST_POSTS = 3;
  private static final Pattern IN_CHINESE = Pattern.compile("中文|给国内|chinese");
  private static final Pattern SCRIPT =
      Pattern.compile("脚本|分镜|拍.{0,4}(?:啥|什么|视频)|口播|script|video idea");

  private final Store store;
  private final Shelf.Kept shelf;
  private final Words words;
  private final LeadDesk leads;

  Drafts(Store store, Shelf.Kept shelf, Words words, LeadDesk leads) {
    this.store = store;
    this.shelf = shelf;
    this.words = words;
    this.leads = leads;
  }

  /// A first letter to somebody who does not know the shop.
  Told letter(Turn turn, Voice voice) {
    String text = Normal.text(turn.text());
    boolean chinese =
        IN_CHINESE.matcher(text).find()
            || turn.language().equals("zh")
                && text.matches(".*(?:公司|采购|超市|物业|商行).*")
                && !text.contains("英文")
                && leads.countries(text).isEmpty();
    Voice letter = new Voice(words, chinese ? "zh" : "en");
    List<Product> products = about(turn);
    return draft(
        voice,
        "letter_draft",
        letter.say("letter", "goods", goods(products, letter), "shop", store.card().name()),
        products);
  }

  /// An answer to one enquiry, in the enquirer's language where the team writes it.
  Told followUp(Turn turn, Voice voice) {
    Optional<Lead> meant = leads.meant(turn.text());
    if (meant.isEmpty()) {
      return leads.worthAnswering(turn, voice);
    }
    Lead lead = meant.get();
    Voice letter = new Voice(words, lead.language().equals("zh") ? "zh" : "en");
    List<Product> products = shelf.now().bySku(lead.interestSku()).stream().toList();
    String quantity = lead.estQty() == null ? "" : letter.say("their_quantity", "n", lead.estQty());
    String answer =
        letter.say(
            "follow_up",
            "name",
            lead.name(),
            "quantity",
            quantity,
            "goods",
            products.isEmpty() ? letter.say("which_goods") : goods(products, letter),
            "shop",
            store.card().name());
    String head =
        voice.say(
            "follow_up_draft", "id", lead.id(), "who", lead.name(), "contact", lead.contact());
    return draft(voice, "", head + "\n" + answer, products);
  }

  Told posts(Turn turn, Voice voice) {
    List<Product> products = about(turn);
    if (products.isEmpty()) {
      return Told.of(voice.say("no_products"));
    }
    boolean script = SCRIPT.matcher(Normal.text(turn.text())).find();
    int count =
        Counts.in(turn.text()).stream()
            .mapToInt(c -> (int) Math.min(MOST_POSTS, c.value()))
            .findFirst()
            .orElse(1);
    Product product = products.getFirst();
    List<String> facts = sentences(product, voice);
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < Math.max(1, count); i++) {
      String fact = facts.isEmpty() ? "" : facts.get(i % facts.size());
      posts.add(
          voice.say(
              script ? "script" : "post_" + (i % MOST_POSTS + 1),
              "title",
              product.title(voice.language()),
              "fact",
              fact,
              "facts",
              String.join(voice.language().equals("zh") ? "" : " ", facts),
              "price",
              voice.money(product.price())));
    }
    return draft(voice, "post_draft", String.join("\n\n", posts), List.of(product));
  }

  /// How a listing is found: what its titles lack of its own facts.
  Told findable(Turn turn, Voice voice) {
    List<Product> products = about(turn);
    List<String> lines = new ArrayList<>();
    long noEnglish = shelf.now().onSale().stream().filter(p -> p.titleEn().isEmpty()).count();
    lines.add(voice.say("seo", "missing", noEnglish));
    for (Product product : products) {
      String facts =
          product.attributes().entrySet().stream()
              .filter(e -> !e.getValue().matches("|0|[NYny]|no|yes") && e.getValue().length() < 24)
              .limit(5)
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", "));
      lines.add(
          voice.say(
              "seo_line",
              "sku",
              product.sku(),
              "zh",
              product.titleZh(),
              "en",
              product.titleEn().isEmpty() ? "–" : product.titleEn(),
              "facts",
              facts));
    }
    return Told.of(String.join("\n", lines));
  }

  /// What each channel brought in three months: the ground for adding one.
  Told channels(Turn turn, Voice voice) {
    Days days = Days.endingOn(AsOf.of(store, turn.today()).day(), 90);
    List<String> lines = new ArrayList<>();
    lines.add(voice.say("channels", "from", days.from(), "to", days.to()));
    store.sales().byChannel(days).stream()
        .sorted(Comparator.comparing(SalesResult::profit).reversed())
        .limit(8)
        .forEach(
            r ->
                lines.add(
                    voice.say(
                        "channel",
                        "name",
                        r.key(),
                        "orders",
                        r.orders(),
                        "net",
                        voice.money(r.net()),
                        "profit",
                        voice.money(r.profit()))));
    lines.add(voice.say("channels_end"));
    return Told.of(String.join("\n", lines));
  }

  /// The products named, else those that sell best and are in stock.
  private List<Product> about(Turn turn) {
    Shelf now = shelf.now();
    List<Product> named = now.meant(turn).products().stream().filter(Product::onSale).toList();
    if (!named.isEmpty()) {
      return named.stream().limit(MOST_PRODUCTS).toList();
    }
    return store.sales().bySku(Days.endingOn(AsOf.of(store, turn.today()).day(), 90)).stream()
        .sorted(Comparator.comparing(SalesResult::profit).reversed())
        .flatMap(result -> now.bySku(result.key()).stream())
        .filter(product -> product.onSale() && product.stock() > 0)
        .limit(MOST_PRODUCTS)
        .toList();
  }

  private static String goods(List<Product> products, Voice letter) {
    return products.stream()
        .map(
            product ->
                letter.say(
                    "letter_goods",
                    "title",
                    product.title(letter.language()),
                    "facts",
                    String.join(
                        letter.language().equals("zh") ? "" : " ", sentences(product, letter)),
                    "moq",
                    product.moq() == null
                        ? letter.say("moq_on_request")
                        : letter.say("moq", "n", product.moq())))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> sentences(Product product, Voice voice) {
    boolean zh = voice.language().equals("zh");
    String text =
        zh && !product.descZh().isEmpty() || product.descEn().isEmpty()
            ? product.descZh()
            : product.descEn();
    return Pattern.compile("(?<=[。！？!?])|(?<=\\.)\\s+")
        .splitAsStream(text)
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .limit(5)
        .toList();
  }

  private static Told draft(Voice voice, String head, String body, List<Product> products) {
    List<Told.Fact> facts =
        products.stream().map(p -> new Told.Fact(p.title("zh"), "products#" + p.sku())).toList();
    String start = head.isEmpty() ? "" : voice.say(head) + "\n";
    return new Told(start + body, facts);
  }
}
