package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Knowledge;
import shopcrew.db.Listing;
import shopcrew.db.Store;
import shopcrew.prompts.Prompts;
import shopcrew.prompts.Words;
import shopcrew.roles.RoleName;
import shopcrew.roles.words.Normal;

/// The rows on which an answer rests, as they stand now: for the owner who asks why.
public final class Sources {
  private static final Pattern PRODUCT = Pattern.compile("products(?:\\.csv)?#([^.\\s]+).*");
  private static final Pattern RULE = Pattern.compile("knowledge(?:\\.md)?#(\\d+).*");
  private static final Pattern ORDER = Pattern.compile("orders(?:\\.csv)?#(\\S+)");
  private static final Pattern PIECES = Pattern.compile("(?<=[。！？；;])\\s*|(?<=[.!?])\\s+");
  private static final int SHORTEST = 6;
  private static final int MOST_LINES = 3;
  private static final List<String> OWN = List.of("price", "wholesale_price", "moq", "stock");

  private final Store store;
  private final Words words = Prompts.words(RoleName.CUSTOMER_SERVICE.folder());

  public Sources(Store store) {
    this.store = store;
  }

  /// @param kind `product`, `rule`, `order` or `other`
  /// @param row which one: a number, a title
  /// @param what of it was said; empty where nothing of it stands there any more
  /// @param from `file` or `owner`, for a rule
  /// @param day since when it holds, where the shop's data says so
  public record Row(String kind, String row, String what, String from, @Nullable LocalDate day) {}

  /// @param said what was answered, in the language `heard`
  public List<Row> of(List<String> sources, String said, String heard, String language) {
    var rows = new ArrayList<Row>();
    for (String source : new LinkedHashSet<>(sources)) {
      Matcher product = PRODUCT.matcher(source);
      Matcher rule = RULE.matcher(source);
      Matcher order = ORDER.matcher(source);
      if (product.matches()) rows.add(product(product.group(1), said, heard, language));
      else if (rule.matches()) rows.addAll(rules(Integer.parseInt(rule.group(1)), said));
      else if (order.matches()) rows.add(order(order.group(1)));
      else if (!source.isBlank()) rows.add(new Row("other", source, "", "", null));
    }
    return rows;
  }

  private Row product(String sku, String said, String heard, String language) {
    Listing listing = store.catalogue().bySku(sku).orElse(null);
    if (listing == null) return new Row("product", sku, "", "", null);
    var columns = new Columns(listing.attributes().keySet());
    var theirs = new Facts(words, columns, heard);
    var ours = new Facts(words, columns, language);
    var what = new ArrayList<String>();
    Set<String> notions = new LinkedHashSet<>(OWN);
    listing.attributes().keySet().forEach(name -> notions.add(columns.notion(name)));
    boolean stock = false;
    for (String notion : notions) {
      Facts.Fact then = theirs.own(listing, notion);
      Facts.Fact now = ours.own(listing, notion);
      if (then == null || now == null || !said.contains(then.say())) continue;
      what.add(now.say());
      stock |= notion.equals("stock");
    }
    if (what.isEmpty()) {
      what.addAll(inside(listing.descZh(), said));
      if (what.isEmpty()) what.addAll(inside(listing.descEn(), said));
    }
    LocalDate day =
        stock
            ? store.stockMoves().of(sku, 1).stream()
                .map(move -> move.day())
                .findFirst()
                .orElse(null)
            : null;
    String row = listing.title(language) + " (" + sku + ")";
    return new Row("product", row, String.join("; ", what), "", day);
  }

  private List<Row> rules(int number, String said) {
    Knowledge.Section section = store.knowledge().section(number).orElse(null);
    if (section == null) return List.of(new Row("rule", String.valueOf(number), "", "", null));
    String row = section.title().isBlank() ? String.valueOf(number) : section.title();
    var rows = new ArrayList<Row>();
    for (Knowledge.Line line : section.lines()) {
      if (inside(line.text(), said).isEmpty() || rows.size() == MOST_LINES) continue;
      rows.add(new Row("rule", row, line.text(), line.source(), line.addedOn()));
    }
    return rows.isEmpty() ? List.of(new Row("rule", row, "", "", null)) : rows;
  }

  private Row order(String id) {
    return store
        .orders()
        .byId(id)
        .map(order -> new Row("order", id, order.status(), "", order.createdAt().toLocalDate()))
        .orElseGet(() -> new Row("order", id, "", "", null));
  }

  /// The sentences of the text that were said.
  private static List<String> inside(String text, String said) {
    String heard = Normal.text(said);
    var inside = new ArrayList<String>();
    for (String piece : PIECES.split(text)) {
      String normal = Normal.text(piece);
      if (normal.length() >= SHORTEST && heard.contains(normal)) inside.add(piece.strip());
    }
    return inside;
  }
}
