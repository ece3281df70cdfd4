package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.db.Listing;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.words.Normal;

/// A table of wishes, pasted or sent: for each row the product that fits, or that there is none.
/// What
/// stands in a cell is a wish and nothing else.
final class WishList {
  static final int MOST_ANSWERED = 20;
  private static final int MOST_ROWS = 200;
  private static final int SHOWN = 60;
  private static final int TOLD = 900;
  private static final Pattern CELLS = Pattern.compile(" *[\\t|｜] *");
  private static final Pattern RULER = Pattern.compile("[\\s|｜:+=-]*");
  private static final Pattern NAME =
      Pattern.compile(
          "品名|名称|产品|商品|货品|款式|物品|需求|描述|备注|\\bitems?\\b|product|\\bname\\b|description|article|remark|notes?");
  private static final Pattern COUNT =
      Pattern.compile("数量|件数|个数|采购量|\\bqty\\b|quantity|pieces|\\bpcs\\b|序号|编号|^no\\.?$|^#$");
  private static final Pattern BUDGET = Pattern.compile("预算|价|budget|price|cost");
  private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final Shelf shelf;
  private final Words words;
  private final String language;

  WishList(Shelf shelf, Words words, String language) {
    this.shelf = shelf;
    this.words = words;
    this.language = language;
  }

  Outcome answer(String table) {
    List<List<String>> rows = rows(table);
    List<String> wishes = wishes(rows);
    var facts = new Facts(words, shelf.columns, language);
    var wished = new Wishes(shelf, words, language);
    var say = new StringBuilder(words.say(language, "list_answer"));
    var sources = new ArrayList<Told.Fact>();
    boolean all = true;
    for (int i = 0; i < Math.min(MOST_ANSWERED, wishes.size()); i++) {
      String wish = wishes.get(i);
      String shown = wish.substring(0, Math.min(SHOWN, wish.length()));
      List<Listing> fitting = wished.fitting(wish);
      String line;
      if (fitting.isEmpty()) {
        all = false;
        line = words.say(language, "list_none", "number", i + 1, "wish", shown);
      } else {
        Listing first = fitting.getFirst();
        String price = facts.money(first.price());
        String name = first.title(language) + " (" + first.sku() + ")";
        line =
            words.say(
                language,
                "list_fits",
                "number",
                i + 1,
                "wish",
                shown,
                "name",
                name,
                "price",
                price);
        sources.add(new Told.Fact(price, "products.csv#" + first.sku()));
      }
      say.append('\n').append(line);
    }
    int left = wishes.size() - MOST_ANSWERED;
    if (left > 0) say.append('\n').append(words.say(language, "list_left", "count", left));
    else if (!all) say.append('\n').append(words.say(language, "list_none_told"));
    var told = new Told(say.toString(), sources);
    if (all && left <= 0 && !wishes.isEmpty()) return new Outcome.Answer(told);
    String rest = String.join("\n", wishes);
    return new Outcome.ToPerson(
        told,
        new Outcome.Wish("question", rest.substring(0, Math.min(TOLD, rest.length())), false));
  }

  private static List<List<String>> rows(String table) {
    return table
        .lines()
        .filter(line -> !RULER.matcher(line).matches())
        .map(line -> Arrays.stream(CELLS.split(line)).map(String::strip).toList())
        .map(row -> row.isEmpty() || !row.getFirst().isEmpty() ? row : row.subList(1, row.size()))
        .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
        .limit(MOST_ROWS)
        .toList();
  }

  private static List<String> wishes(List<List<String>> rows) {
    boolean headed = rows.size() > 1 && isHeader(rows.getFirst());
    List<String> header = headed ? rows.getFirst() : List.of();
    return rows.stream()
        .skip(headed ? 1 : 0)
        .map(row -> wish(header, row))
        .filter(wish -> !wish.isBlank())
        .toList();
  }

  private static boolean isHeader(List<String> row) {
    return row.stream().noneMatch(cell -> cell.matches(".*\\d{2,}.*"))
        && row.stream().map(WishList::plain).anyMatch(WishList::names);
  }

  private static boolean names(String cell) {
    return NAME.matcher(cell).find() || COUNT.matcher(cell).find() || BUDGET.matcher(cell).find();
  }

  /// "马克杯, 容量 400 ml, 预算 100元": each cell with what its column says of it.
  private static String wish(List<String> header, List<String> row) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      String column = i < header.size() ? plain(header.get(i)) : "";
      if (cell.isEmpty() || COUNT.matcher(column).find()) continue;
      parts.add(column.isEmpty() || NAME.matcher(column).find() ? cell : with(column, cell));
    }
    return parts.stream().collect(Collectors.joining(", "));
  }

  private static String with(String column, String cell) {
    boolean bare = BARE.matcher(cell).matches();
    if (BUDGET.matcher(column).find()) {
      return bare ? "预算" + cell + "元" : "预算" + cell;
    }
    String unit = bare ? Columns.unit(column) : "";
    return Columns.plain(column) + " " + cell + unit;
  }

  private static String plain(String cell) {
    return Normal.text(cell).toLowerCase(Locale.ROOT);
  }

  /// What was sent with the message, else the message itself.
  static String of(String message, Turn turn) {
    return turn.attached().stream()
        .filter(attachment -> attachment.kind().equals("table"))
        .map(Turn.Attachment::text)
        .findFirst()
        .orElse(message);
  }
}
