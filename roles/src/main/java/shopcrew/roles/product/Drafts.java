package shopcrew.roles.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Asking;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;

/// Titles and descriptions drafted from nothing but the product's own facts, in Chinese and
// English,
/// and put into the shop after a yes.
final class Drafts {
  private static final Pattern OTHER_TONGUE =
      Pattern.compile(
          "西班牙|俄语|俄文|日语|日文|德语|德文|法语|法文|韩语|韩文|葡萄牙|意大利|阿拉伯|泰语|越南|(?i:spanish|russian|japanese|german|french|korean|portuguese|italian|arabic|thai|vietnamese)");
  private static final int TITLE_FACTS = 3;
  private static final int LONGEST_TITLE = 60;

  private final Store store;
  private final Labels labels;

  Drafts(Store store, Labels labels) {
    this.store = store;
    this.labels = labels;
  }

  /// The four texts of a listing.
  private record Draft(String titleZh, String titleEn, String descZh, String descEn) {}

  Outcome hear(Turn turn, Shelf shelf, Voice voice) {
    if (OTHER_TONGUE.matcher(turn.text()).find()) {
      return new Outcome.ToPerson(
          Told.of(voice.say("translate_person")),
          new Outcome.Wish("offline", Voice.shortened(turn.text(), 200), false));
    }
    Shelf.Meant meant = shelf.meant(turn);
    if (meant.one().isEmpty()) return Asking.which(meant, List.of(), voice);
    Product product = meant.products().getFirst();
    Draft draft = draft(product, shelf);
    String yes = voice.say("draft_yes");
    if (turn.text().strip().endsWith(yes)) return keep(product, draft, turn, voice);
    String say =
        voice.say(
            "draft",
            "sku",
            product.sku(),
            "now_zh",
            product.titleZh().isBlank() ? "–" : product.titleZh(),
            "now_en",
            product.titleEn().isBlank() ? "–" : product.titleEn(),
            "title_zh",
            draft.titleZh,
            "title_en",
            draft.titleEn,
            "desc_zh",
            draft.descZh,
            "desc_en",
            draft.descEn);
    return new Outcome.AsksBack(
        Told.of(say, product.sku(), "products#" + product.sku()), List.of(), List.of(yes));
  }

  private Outcome keep(Product product, Draft draft, Turn turn, Voice voice) {
    if (!(turn.speaker() instanceof Speaker.Owner)) {
      return new Outcome.Answer(Told.of(voice.say("owner_only")));
    }
    store.products().setTitles(product.sku(), draft.titleZh, draft.titleEn);
    store.products().setDescriptions(product.sku(), draft.descZh, draft.descEn);
    return new Outcome.Answer(
        Told.of(voice.say("draft_kept", "sku", product.sku(), "title_zh", draft.titleZh)));
  }

  private Draft draft(Product product, Shelf shelf) {
    String headEn = product.titleEn().isBlank() ? head(product, shelf) : product.titleEn();
    String headZh = product.titleZh().isBlank() ? product.category() : product.titleZh();
    return new Draft(
        title(headZh, product, "zh"),
        title(headEn, product, "en"),
        description(product.descZh(), product, "zh"),
        description(product.descEn(), product, "en"));
  }

  /// The title as it is, with the facts that a buyer looks for and that are not in it yet.
  private String title(String head, Product product, String language) {
    var parts = new LinkedHashSet<String>();
    for (String fact : facts(product, language).values()) {
      boolean known = has(head, fact);
      if (!known && parts.size() < TITLE_FACTS) parts.add(fact);
    }
    String title = head.strip();
    for (String part : parts) {
      String longer = title + (language.equals("zh") ? " " : ", ") + part;
      if (longer.length() <= LONGEST_TITLE + (language.equals("zh") ? 0 : 40)) title = longer;
    }
    return title;
  }

  private static boolean has(String text, String fact) {
    String plain = text.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains(fact.toLowerCase(Locale.ROOT).replace(" ", ""));
  }

  /// What was written, and a line of facts after it.
  private String description(String written, Product product, String language) {
    boolean zh = language.equals("zh");
    String list = String.join(zh ? "；" : "; ", facts(product, language).values());
    String end = zh ? "。" : ".";
    String own = written.strip();
    if (own.isEmpty()) return list.isEmpty() ? "–" : list + end;
    var fresh = new ArrayList<String>();
    for (String fact : facts(product, language).values()) if (!has(own, fact)) fresh.add(fact);
    return fresh.isEmpty()
        ? own
        : own + (zh ? "" : " ") + String.join(zh ? "；" : "; ", fresh) + end;
  }

  /// The product's facts as a buyer reads them, by column; Chinese values stay out of English.
  private Map<String, String> facts(Product product, String language) {
    var facts = new LinkedHashMap<String, String>();
    product
        .attributes()
        .forEach(
            (column, value) -> {
              boolean ours = column.matches("(?i).*(carton|lead_time|ship|weight_limit).*");
              if (value.isBlank() || ours || Labels.no(value)) return;
              boolean han = value.codePoints().anyMatch(Drafts::han);
              if (!language.equals("zh") && han) return;
              String label = labels.of(column, language);
              facts.put(
                  column, Labels.yes(value) ? label : label + " " + Labels.value(column, value));
            });
    return facts;
  }

  private static boolean han(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  /// What the English titles of its category have in common, such as "Storage Box".
  private static String head(Product product, Shelf shelf) {
    var counts = new LinkedHashMap<String, Integer>();
    for (Product other : shelf.inCategory(product.category())) {
      String[] words = other.titleEn().replaceAll("[^A-Za-z -]", " ").strip().split("\\s+");
      for (int i = 0; i + 1 < words.length; i++) {
        counts.merge(words[i] + " " + words[i + 1], 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(product.sku());
  }
}
