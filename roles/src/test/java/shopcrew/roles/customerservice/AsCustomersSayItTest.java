package shopcrew.roles.customerservice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Database;
import shopcrew.db.imports.Importer;
import shopcrew.roles.Crew;
import shopcrew.roles.Minds;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;
import shopcrew.roles.Turn;

/// Wang Fang and Sofia ask a shop for pets in their own words: in units of theirs, misspelt, about
/// the bigger one, about a part, with a wish that nobody wrote down.
class AsCustomersSayItTest {
  private static final String PRODUCTS =
      """
      货号,类目,品名,英文品名,进价,零售价,批发价,起订量,库存,毛重_kg,尺寸_cm,容量_L,适用体重_kg,噪音_db,可水洗,颜色,状态,中文描述,英文描述
      HX-301,航空箱,航空箱 小号,Pet Crate S,48,99,79,10,20,2.4,48x32x32,,6,,,灰/Grey;粉/Pink,在售,门是铁的。,Iron door.
      HX-302,航空箱,航空箱 中号,Pet Crate M,82,169,135,8,20,3.5,61x40x40,,12,,,灰/Grey,在售,门是铁的。,Iron door.
      HX-303,航空箱,航空箱 大号 带轮,Pet Crate L with Wheels,160,329,262,4,5,8.6,81x56x59,,25,,,深灰/Dark grey,在售,四个轮子可以拆。,Four removable wheels.
      YS-611,饮水机,不锈钢饮水机 2.5L,Steel Pet Fountain 2.5 L,72,149,118,8,9,1.5,22x22x17,2.5,,25,,银/Silver,在售,水盘304不锈钢。,304 steel tray.
      YS-613,饮水机,陶瓷饮水机 1.5L,Ceramic Pet Fountain 1.5 L,80,169,134,8,9,2.1,20x20x16,1.5,,23,,白/White,在售,陶瓷盘可进洗碗机。,Ceramic bowl is dishwasher safe.
      """;
  private static final String KNOWLEDGE =
      """
      # 店规
      ## 寄件 Shipping
      - 运费：满 79 元包邮，不满收 7 元。
      - 新疆、西藏：每单加收 25 元。
      - 海外：运费另报。Overseas parcels by EMS; freight is quoted per order.
      - Free shipping from CNY 79, otherwise CNY 7. Xinjiang and Tibet: CNY 25 extra per order.
      ## 证书 Certificates
      - 没有 CE，也没有 GOTS。We have no CE and no GOTS.
      """;

  @TempDir Path folder;
  private Database database;
  private Team team;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("products.csv"), PRODUCTS);
    Files.writeString(folder.resolve("knowledge.md"), KNOWLEDGE);
    Files.writeString(folder.resolve("owner_rules.md"), "# 规矩\n- 用人民币结算，外贸报美元。\n");
    database = Database.open(folder.resolve("shop.db"));
    new Importer(database, "shop").load(folder);
    team = Crew.of(database.store("shop"), Minds.HOUSE);
  }

  @AfterEach
  void close() {
    if (database != null) database.close();
  }

  @Test
  void prices_are_in_the_currency_of_the_books_not_in_that_of_export() {
    hears("How much is the Pet Crate S?", "Pet Crate S", "CNY 99");
  }

  @Test
  void a_figure_is_read_in_the_unit_that_was_said() {
    String crates = hears("20磅的狗坐飞机用的航空箱，200块往下", "HX-302");
    assertFalse(crates.contains("HX-301"), crates);
    assertFalse(crates.contains("HX-303"), crates);
    hears("要个航空箱，高1尺以上不行就50公分以上", "HX-303");
    hears("Need a fountain that holds at least 80 oz", "YS-611");
    hears("饮水机，噪音24分贝以下", "YS-613");
  }

  @Test
  void the_bigger_one_is_one_of_the_same_name() {
    List<Turn.Said> before =
        List.of(new Turn.Said(false, "航空箱小号多少钱"), new Turn.Said(true, "航空箱 小号 (HX-301)：零售价 99 元"));
    assertTrue(says("那个大的呢", before).told().say().contains("329"));
  }

  @Test
  void what_only_sounds_as_it_is_written_is_understood() {
    hears("包油吗", "79");
    hears("航空箱小号什么颜社", "灰");
  }

  @Test
  void a_mark_beside_chinese_words_is_read_and_denied() {
    hears("有GOTS吗", "没有 CE，也没有 GOTS");
  }

  @Test
  void the_rule_for_all_goes_before_the_rule_for_one_place() {
    String all = hears("How much is shipping?", "CNY 79", "CNY 7");
    assertFalse(all.contains("Xinjiang"), all);
    assertFalse(hears("shipping cost?", "CNY 79").contains("EMS"));
    hears("寄新疆运费多少", "25");
  }

  @Test
  void of_a_part_nothing_is_said_by_what_is_known_of_the_whole() {
    assertInstanceOf(Outcome.ToPerson.class, says("不锈钢饮水机的水泵多重", List.of()));
    assertInstanceOf(
        Outcome.ToPerson.class, says("How wide is the handle of the Pet Crate S?", List.of()));
  }

  @Test
  void a_word_that_no_listing_has_excludes_nothing_but_is_told() {
    String told = hears("要个航空箱，200块以内，带雨棚", "HX-301", "HX-302", "说不准");
    assertTrue(told.contains("雨棚"), told);
  }

  @Test
  void of_a_value_in_two_languages_each_hears_their_own() {
    String english = hears("What colours does the Pet Crate S come in?", "Grey", "Pink");
    assertFalse(english.contains("灰"), english);
    assertFalse(hears("航空箱小号有什么颜色", "灰", "粉").contains("Grey"));
  }

  @Test
  void who_writes_a_language_that_nobody_reads_gets_the_product_in_english_and_a_person() {
    Outcome told = says("HX-301 kutusu ne kadar, kaç günde gelir?", List.of());
    assertInstanceOf(Outcome.ToPerson.class, told);
    assertTrue(told.told().say().contains("CNY 99"), told.told().say());
  }

  private String hears(String message, String... parts) {
    String say = says(message, List.of()).told().say();
    for (String part : parts) assertTrue(say.contains(part), () -> message + "\n" + say);
    return say;
  }

  private Outcome says(String message, List<Turn.Said> before) {
    String language = message.codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en";
    var turn =
        new Turn(
            "shop",
            "t",
            new Speaker.Customer(null),
            message,
            language,
            Instant.parse("2026-02-28T04:00:00Z"),
            ZoneId.of("Asia/Shanghai"),
            new ArrayList<>(before),
            List.of(),
            null);
    return team.answer(turn).outcome();
  }
}
