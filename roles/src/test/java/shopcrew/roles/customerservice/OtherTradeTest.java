package shopcrew.roles.customerservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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

/// A shop of quite another trade: snacks, lamps and shirts, with columns and rules of its own.
class OtherTradeTest {
  private static final String PRODUCTS =
      """
      sku,category,title_zh,title_en,cost,price,wholesale_price,moq,stock,净含量g,shelf_life_days,ingredients,flavor,battery_mah,power_w,dimmable,尺码,fabric,machine_washable,colors,certificate,status,desc_zh,desc_en
      FD-001,坚果,每日坚果混合 25g 30包,Daily Mixed Nuts 30 Packs,40,89,69,20,50,750,240,腰果;核桃;蔓越莓干,原味;盐焗,,,,,,,,SC,在售,一天一包，30包一盒。含坚果，对坚果过敏的人请勿食用。,One pack a day. Contains nuts.
      FD-002,饼干,无糖全麦饼干 400g,Sugar-free Wholewheat Biscuits 400 g,9,26,18,40,0,400,270,全麦粉;植物油,原味,,,,,,,,SC,在售,不添加蔗糖，适合控糖的人。,No added sugar.
      LP-101,台灯,充电护眼台灯,Rechargeable Desk Lamp,60,159,125,10,33,,,,,4000,8,Y,,,,白;黑,3C,在售,三档色温，充满可用20小时，Type-C充电。,"Three colour temperatures, 20 hours on a charge, USB-C."
      LP-102,台灯,儿童夜灯 小兔,Bunny Night Light,20,49,,,80,,,,,1200,1,N,,,,粉;白,3C,在售,硅胶材质，可拍打开关。,"Silicone, tap to switch."
      TS-201,T恤,重磅纯棉短袖T恤,Heavyweight Cotton T-shirt,25,79,55,30,200,,,,,,,,S;M;L;XL;2XL,棉,Y,黑;白;藏青,,在售,260克重磅，不透，领口不易变形。,"260 g heavyweight, opaque."
      TS-202,T恤,亚麻衬衫 宽松款,Loose Linen Shirt,48,169,128,20,60,,,,,,,,M;L;XL,亚麻,N,米白;军绿,,在售,透气，建议手洗。,"Breathable, hand wash."
      """;
  private static final String KNOWLEDGE =
      """
      # 小城杂货 知识库

      ## 1. 发货 Shipping
      - 下午三点前付款的当天发货，周六照发，周日休息。
      - 满 68 元包邮，不满收 6 元；海南、新疆加 15 元。
      - 默认申通，可补差价换顺丰。
      - Paid before 3 pm ships the same day. Free shipping from CNY 68, otherwise CNY 6.

      ## 2. 售后 After sales
      - 食品开封后不退不换；未开封 7 天内可退，运费买家出。
      - 服装不合适 15 天内可换码一次，我们出一次运费。
      - 灯具保修 1 年，人为损坏不保。
      - Opened food cannot be returned. Lamps carry a one-year warranty.

      ## 3. 其他 Other
      - 可开电子普通发票，专票不开。
      - 团购 50 件以上请转人工报价。
      - 到店自提：老街 12 号，每天 10:00–19:00。
      """;

  @TempDir Path folder;

  private final List<String> wrong = new ArrayList<>();

  @Test
  void questions_of_another_trade_are_answered_from_its_own_columns_and_rules() throws IOException {
    Files.writeString(folder.resolve("products.csv"), PRODUCTS);
    Files.writeString(folder.resolve("knowledge.md"), KNOWLEDGE);
    try (Database database = Database.open(folder.resolve("shop.db"))) {
      new Importer(database, "other").load(folder);
      Team team = Crew.of(database.store("other"), Minds.HOUSE);
      told(team, "每日坚果保质期多久", "240");
      told(team, "坚果里面有什么配料", "腰果");
      told(team, "全麦饼干含糖吗", "不添加蔗糖");
      told(team, "饼干有货吗", "缺货");
      told(team, "护眼台灯电池多大", "4000");
      told(team, "台灯充满能用多久", "20");
      told(team, "护眼台灯能调光吗", "调光");
      told(team, "夜灯多少钱", "49");
      told(team, "纯棉短袖有哪些尺码", "2XL");
      told(team, "亚麻衬衫可以机洗吗", "不");
      told(team, "短袖什么颜色", "藏青");
      told(team, "how much is the linen shirt", "169");
      told(team, "What sizes does the cotton t-shirt come in?", "2XL");
      told(team, "Is the desk lamp dimmable?", "yes");
      told(team, "满多少包邮", "68");
      told(team, "周六发货吗", "周六照发");
      told(team, "海南要加多少运费", "15");
      told(team, "开封了的零食能退吗", "不退不换");
      told(team, "衣服大了能换码吗", "15");
      told(team, "灯坏了保修多久", "1 年");
      told(team, "能开专票吗", "专票不开");
      told(team, "自提地址在哪", "老街");
      told(team, "几点关门", "19:00");
      told(team, "Can I return opened biscuits?", "cannot be returned");
      told(team, "有没有100块以内的台灯", "LP-102");
      told(team, "有XL码的衬衫吗", "TS-202");
      told(team, "Do lamps have a warranty?", "one-year");
      told(team, "送货上门吗我家六楼", "");
      person(team, "坚果是哪个国家进口的");
      person(team, "台灯辐射大吗");
      person(team, "短袖洗了缩水多少");
      person(team, "护眼台灯重量");
      person(team, "你们招人吗");
      person(team, "饼干的卡路里是多少");
      person(team, "便宜点呗");
      person(team, "买50件T恤什么价");
      person(team, "收到的饼干全碎了");
      person(team, "Is the night light BPA free?");
      person(team, "转人工");
      person(team, "吃了坚果全身起疹子");
      assertTrue(wrong.size() <= 5, wrong.toString());
    }
  }

  private void told(Team team, String message, String part) {
    Outcome outcome = ask(team, message);
    boolean right = outcome instanceof Outcome.Answer && outcome.told().say().contains(part);
    if (!right && !part.isEmpty()) wrong.add(message + " -> " + outcome.told().say());
    assertEquals(-1, outcome.told().say().indexOf("cost"));
  }

  private void person(Team team, String message) {
    Outcome outcome = ask(team, message);
    if (!(outcome instanceof Outcome.ToPerson)) wrong.add(message + " => " + outcome.told().say());
  }

  private static Outcome ask(Team team, String message) {
    var turn =
        new Turn(
            "other",
            "c",
            new Speaker.Customer(null),
            message,
            "zh",
            Instant.parse("2026-03-01T04:00:00Z"),
            ZoneId.of("Asia/Shanghai"),
            List.of(),
            List.of(),
            null);
    return team.answer(turn).outcome();
  }
}
