package shopcrew.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A shop with as many goods and rules as one likes, all of them different and told as shops tell
/// them, in both languages.
final class Warehouse {
  private record Word(String zh, String en) {}

  private static final List<Word> KINDS =
      List.of(
          new Word("收纳箱", "Storage Box"),
          new Word("保温杯", "Thermos Cup"),
          new Word("折叠椅", "Folding Chair"),
          new Word("露营灯", "Camping Lamp"),
          new Word("帆布包", "Canvas Bag"),
          new Word("陶瓷碗", "Ceramic Bowl"),
          new Word("羊毛毯", "Wool Blanket"),
          new Word("玻璃罐", "Glass Jar"),
          new Word("竹砧板", "Bamboo Board"),
          new Word("不锈钢锅", "Steel Pot"));
  private static final List<Word> LOOKS =
      List.of(
          new Word("加厚", "Thick"),
          new Word("轻便", "Light"),
          new Word("经典", "Classic"),
          new Word("迷你", "Mini"),
          new Word("防水", "Waterproof"),
          new Word("复古", "Retro"),
          new Word("透明", "Clear"),
          new Word("户外", "Outdoor"),
          new Word("手工", "Handmade"),
          new Word("儿童", "Kids"));
  private static final List<Word> COLOURS =
      List.of(
          new Word("黑色", "Black"),
          new Word("白色", "White"),
          new Word("红色", "Red"),
          new Word("军绿", "Green"),
          new Word("米色", "Beige"));
  private static final List<String> SERIES =
      List.of(
          "云岭", "海棠", "青禾", "星野", "松间", "白鹭", "晨雾", "远山", "麦田", "落樱", "竹影", "听雨", "望月", "拾光", "雪原",
          "木棉", "南风", "北岸", "东篱", "西窗");
  private static final List<String> PLACES =
      List.of(
          "新疆", "西藏", "青海", "内蒙古", "海南", "黑龙江", "云南", "贵州", "四川", "广东", "福建", "江苏", "浙江", "山东",
          "河北", "湖南", "湖北", "陕西", "甘肃", "辽宁");

  private Warehouse() {}

  static String sku(int ware) {
    return "WH-%05d".formatted(ware);
  }

  private static Word kind(int ware) {
    return KINDS.get(ware % KINDS.size());
  }

  private static Word look(int ware) {
    return LOOKS.get(ware / 10 % LOOKS.size());
  }

  private static Word colour(int ware) {
    return COLOURS.get(ware / 100 % COLOURS.size());
  }

  private static String series(int ware) {
    return SERIES.get(ware / 500 % SERIES.size());
  }

  private static int litres(int ware) {
    return 1 + ware % 120;
  }

  /// What customers ask: by number and by name, in two languages, misspelt, with conditions, about
  /// the rules, and what nobody can know.
  static List<String> questions(int ware) {
    return List.of(
        "How much is " + sku(ware) + "?",
        sku(ware) + " 有货吗",
        "%s%s%s%s多少钱".formatted(series(ware), look(ware).zh, colour(ware).zh, kind(ware).zh),
        "%s的%s%s能装多少升".formatted(series(ware), look(ware).zh, kind(ware).zh),
        "%s%s承重多少".formatted(look(ware).zh, kind(ware).zh.replace("箱", "相")),
        "What is the weight of the %s %s %s?"
            .formatted(look(ware).en, colour(ware).en, kind(ware).en),
        "想要%s的%s，%d块以内，承重20公斤以上".formatted(colour(ware).zh, kind(ware).zh, 60 + ware % 100),
        PLACES.get(ware % PLACES.size()) + "运费怎么算",
        kind(ware).zh + "可以退货吗",
        "你们老板的车是什么牌子的");
  }

  /// Makes the files of a shop, as the import takes them.
  ///
  /// @param rules how many sections of knowledge, each in two languages
  static void writeTo(Path folder, int wares, int rules) throws IOException {
    Files.createDirectories(folder);
    var sheet =
        new StringBuilder(
            "sku,category,title_zh,title_en,cost,price,stock,weight_kg,ship_cost,capacity_l,load_kg,colors,status,desc_zh,desc_en\n");
    for (int ware = 0; ware < wares; ware++) {
      Word kind = kind(ware);
      Word look = look(ware);
      Word colour = colour(ware);
      int litres = litres(ware);
      sheet.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s%s%s%s %dL,%s %s %s %s %dL,%d,%d,%d,%.1f,8,%d,%d,%s,在售,"
                  + "%s系列的%s%s，容量%d升。适合家里和户外用，表面可以擦洗。每件单独装箱。,"
                  + "A %s %s of %d litres. For home and outdoors. Wipe clean. Packed one by one.%n",
              sku(ware),
              kind.zh,
              series(ware),
              look.zh,
              colour.zh,
              kind.zh,
              litres,
              "Series " + ware / 500 % SERIES.size(),
              look.en,
              colour.en,
              kind.en,
              litres,
              20 + ware % 70,
              40 + ware % 160,
              ware % 90,
              0.5 + ware % 40 / 4.0,
              litres,
              5 + ware % 60,
              colour.zh,
              series(ware),
              look.zh,
              kind.zh,
              litres,
              look.en,
              kind.en,
              litres));
    }
    Files.writeString(folder.resolve("products.csv"), sheet);
    var book = new StringBuilder("# 店铺知识库\n");
    for (int rule = 0; rule < rules; rule++) {
      String kind = kind(rule).zh;
      String named = series(rule) + kind;
      String english = "%s %s (series %d)".formatted(look(rule).en, kind(rule).en, rule / 500);
      book.append("\n## %d. %s规定 Rules for the %s%n".formatted(rule + 1, named, english));
      book.append(
          switch (rule % 3) {
            case 0 ->
                "- %s：%s运费每件加收 %d 元。%n- %s: %d yuan more for each to far provinces.%n"
                    .formatted(
                        named,
                        PLACES.get(rule / 10 % PLACES.size()),
                        5 + rule % 30,
                        english,
                        5 + rule % 30);
            case 1 ->
                "- %s：签收后 %d 天内可以退货，包装要完好。%n- %s: can be returned within %d days in its packaging.%n"
                    .formatted(named, 7 + rule % 9, english, 7 + rule % 9);
            default ->
                "- %s保修 %d 个月，磕碰不在内。%n- %s: ships within %d hours after payment.%n"
                    .formatted(named, 3 + rule % 24, english, 24 + rule % 48);
          });
    }
    Files.writeString(folder.resolve("knowledge.md"), book);
  }
}
