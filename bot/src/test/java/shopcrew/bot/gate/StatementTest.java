package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.statement.StatementCsv;
import shopcrew.bot.statement.StatementPage;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// At the end of the month Mei's bookkeeper wants to see where the money went.
class StatementTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_month_without_spends_says_that_nothing_was_spent() {
    var statement = statement(NOVEMBER, "zh");
    assertEquals(List.of(), statement.lines());
    assertTrue(page(statement, "zh").contains("这个月没有花钱"));
    assertTrue(page(statement(NOVEMBER, "en"), "en").contains("Nothing was spent this month"));
    assertEquals(yuan(5_000), statement.rooms().getFirst().left());
  }

  @Test
  void every_spend_stands_there_with_its_sums_its_yes_and_its_receipt() {
    bought(80, 75);
    var statement = statement(NOVEMBER, "zh");
    var line = statement.lines().getFirst();
    assertEquals(LocalDate.of(2026, 11, 20), line.agreed());
    assertEquals("补货「加大款」1 件", line.what());
    assertEquals("付给：供应商，您自己去付", line.payee());
    assertEquals(yuan(80), line.max());
    assertEquals(yuan(75), line.moves().charged());
    assertEquals(yuan(0), line.moves().held(), "what was not paid was given back");
    assertEquals(yuan(5), line.moves().returned());
    assertEquals("梅姐", line.agreedBy());
    assertEquals("", line.receipt().replaceAll("R\\d+-[0-9a-f]{8}", ""));
    assertTrue(world.gate.verifyReceipt(line.receipt()), "F5: the code is one of the chain's");
    assertEquals(world.gate.verifyLedger().head(), statement.head());
    var restock = statement.rooms().getLast();
    assertEquals("restock", restock.category());
    assertEquals(yuan(75), restock.limit().minus(restock.left()));
    assertEquals(yuan(5_000), statement.rooms().getFirst().left(), "restocking is counted apart");
  }

  @Test
  void practice_is_never_added_to_real_money() {
    bought(80, 75);
    world.propose(world.mei, ad(90));
    agrees(90);
    world.passes(Duration.ofSeconds(11));
    var statement = statement(NOVEMBER, "zh");
    assertEquals(yuan(75), statement.sum(statement.of(false)).charged());
    assertEquals(yuan(30), statement.sum(statement.of(true)).charged());
    assertEquals(yuan(60), statement.sum(statement.of(true)).held());
    String page = page(statement, "zh");
    assertTrue(page.indexOf("练习平台（没有真钱）") > page.indexOf("供应商"), "apart, and marked");
    var practice = rows(statement, "zh").get(2);
    assertEquals("练习平台（没有真钱）", practice.get(10));
    assertEquals("30.00", practice.get(6));
  }

  @Test
  void what_is_held_over_the_new_year_of_the_books_is_carried_over() {
    world.time.set(LocalDateTime.of(2026, 11, 30, 15, 0));
    world.gate.sweep();
    world.propose(world.mei, ordered(80));
    agrees(80);
    world.passes(Duration.ofSeconds(130));
    var november = sum(NOVEMBER);
    assertEquals(yuan(80), november.taken());
    assertEquals(yuan(80), november.held());
    world.time.set(LocalDateTime.of(2026, 12, 1, 10, 0));
    world.gate.sweep();
    paid(80);
    assertEquals(november, sum(NOVEMBER), "a month that is over does not change");
    var december = sum(DECEMBER);
    assertEquals(yuan(80), december.opening());
    assertEquals(yuan(0), december.taken());
    assertEquals(yuan(80), december.charged());
    assertEquals(yuan(0), december.held());
    var line = statement(DECEMBER, "zh").lines().getFirst();
    assertEquals(LocalDate.of(2026, 11, 30), line.agreed());
    assertTrue(line.receipt().startsWith("R"));
    assertEquals("", statement(NOVEMBER, "zh").lines().getFirst().receipt(), "not known then");
  }

  @Test
  void midnight_of_the_shop_divides_the_months() {
    world.time.set(LocalDateTime.of(2026, 11, 30, 23, 50));
    world.gate.sweep();
    world.propose(world.mei, ordered(60));
    world.time.set(LocalDateTime.of(2026, 12, 1, 0, 0));
    agrees(60);
    assertEquals(List.of(), statement(NOVEMBER, "zh").lines(), "November ended in Shanghai");
    assertEquals(yuan(60), sum(DECEMBER).taken());
  }

  @Test
  void a_bill_above_the_hold_stands_there_in_full() {
    bought(80, 95);
    var moves = sum(NOVEMBER);
    assertEquals(yuan(95), moves.charged());
    assertEquals(yuan(15), moves.beyond());
    assertEquals(yuan(0), moves.held());
    assertTrue(page(statement(NOVEMBER, "en"), "en").contains("CNY 15.00"));
  }

  @Test
  void what_was_not_agreed_to_is_no_line() {
    world.propose(world.mei, ordered(80));
    world.mei.taps("不花");
    assertEquals(List.of(), statement(NOVEMBER, "zh").lines());
  }

  @Test
  void the_sums_of_the_lines_are_those_of_the_ledger() {
    bought(80, 75);
    bought(90, 95);
    world.propose(world.mei, ad(90));
    agrees(90);
    world.passes(Duration.ofDays(1));
    var all = statement(NOVEMBER, "zh");
    var moves = all.sum(all.lines());
    long charged = ledger("'POST', 'OVERRUN', 'RUNNING'");
    assertEquals(Money.of(charged, "CNY"), moves.charged(), "C9: the parts are the whole");
    long held = ledger("'HOLD'") - ledger("'POST', 'RELEASE'");
    assertEquals(Money.of(held, "CNY"), moves.held());
  }

  @Test
  void words_of_others_neither_calculate_nor_mark_up() {
    world.db.writing(h -> h.execute("UPDATE people SET name = '=1+1' WHERE id = 'mei'"));
    world.propose(world.mei, ad(80, "<b>&'", "XL", "抖音"));
    agrees(80);
    world.passes(Duration.ofSeconds(11));
    var statement = statement(NOVEMBER, "en");
    String page = page(statement, "en");
    assertFalse(page.contains("<b>"), page);
    assertTrue(page.contains("&lt;b&gt;&amp;&#39;"), page);
    assertEquals("'=1+1", rows(statement, "en").get(1).get(8));
    for (CSVRecord row : rows(statement, "en")) {
      for (String cell : row) assertFalse(cell.matches("[=+\\-@].*"), cell);
    }
  }

  @Test
  void a_spreadsheet_reads_it_as_utf_8_with_plain_amounts() {
    bought(80, 75);
    String csv = csv(statement(NOVEMBER, "zh"), "zh");
    assertEquals('\uFEFF', csv.charAt(0), "by this mark Excel knows UTF-8");
    var row = rows(statement(NOVEMBER, "zh"), "zh").get(1);
    assertEquals(
        List.of("2026-11-20", "补货", "补货「加大款」1 件", "付给：供应商，您自己去付", "CNY", "80.00", "75.00", "0.00"),
        row.toList().subList(0, 8));
    assertEquals("真钱", row.get(10));
    assertTrue(csv.contains("补货：本月花了,75.00"), csv);
    assertTrue(csv.contains("账本到," + world.gate.verifyLedger().head()), csv);
  }

  private void bought(int most, int paid) {
    world.propose(world.mei, ordered(most));
    agrees(most);
    world.passes(Duration.ofSeconds(130));
    paid(paid);
  }

  private void paid(int paid) {
    world.mei.taps("做好了，填实付");
    assertTrue(world.mei.types(String.valueOf(paid)));
  }

  private static Proposal ordered(int most) {
    return new Proposal.Restock("XL", "加大款", 1, yuan(most), yuan(most), List.of());
  }

  /// All steps, with the amount where the card asks for it.
  private void agrees(int most) {
    world.mei.taps("先看清楚");
    if (!world.mei.last().has("确认花")) assertTrue(world.mei.types(String.valueOf(most)));
    world.mei.taps("确认花");
  }

  private long ledger(String kinds) {
    return world.number(
        "SELECT COALESCE(SUM(amount), 0) FROM gate_ledger WHERE kind IN (" + kinds + ")");
  }

  private Statement statement(YearMonth month, String language) {
    return world.gate.statement(month, language);
  }

  private Statement.Moves sum(YearMonth month) {
    var statement = statement(month, "zh");
    return statement.sum(statement.lines());
  }

  private static String csv(Statement statement, String language) {
    return new StatementCsv(language, GateWorld.SHANGHAI).of(statement);
  }

  private static List<CSVRecord> rows(Statement statement, String language) {
    try (var parser =
        CSVFormat.EXCEL.parse(new StringReader(csv(statement, language).substring(1)))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String page(Statement statement, String language) {
    return new StatementPage(language, "梅姐的店", GateWorld.SHANGHAI).whole(statement, List.of());
  }
}
