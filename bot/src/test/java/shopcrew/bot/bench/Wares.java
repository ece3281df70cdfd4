package shopcrew.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Database;
import shopcrew.db.imports.Importer;

/// A shop of many cups. An answer names the cup that was asked about, so each reply is known by its
/// own words.
final class Wares {
  static final int COUNT = 200;
  private static final Pattern CODE = Pattern.compile("BN-(\\d{4})");

  private Wares() {}

  /// Makes a shop folder with the store in it.
  static void openShop(Path home) throws IOException {
    Path folder = Files.createDirectories(home.resolve("files"));
    var sheet =
        new StringBuilder(
            "sku,category,title_zh,title_en,cost,price,stock,ship_cost,status,desc_zh,desc_en\n");
    for (int ware = 0; ware < COUNT; ware++) {
      sheet.append(
          "%s,杯子,陶杯 %s,Cup %s,%d,%d,500,5,在售,手工陶杯。,A cup made by hand.%n"
              .formatted(code(ware), code(ware), code(ware), 10 + ware, 30 + 2 * ware));
    }
    Files.writeString(folder.resolve("products.csv"), sheet);
    try (Database database = Database.open(home.resolve("shop.db"))) {
      var report = new Importer(database, "shop").load(folder);
      if (report.files().isEmpty()) throw new IOException("the shop's files were not taken");
    }
  }

  /// What a chat asks in its turn: any two that are open at once are about different cups.
  static int ware(long chat, int number) {
    return (int) Math.floorMod(chat * 37 + number, (long) COUNT);
  }

  static String question(int ware) {
    return "How much is " + code(ware) + "?";
  }

  /// The cup that is named, or -1.
  static int named(String text) {
    Matcher code = CODE.matcher(text);
    return code.find() ? Integer.parseInt(code.group(1)) - 1_000 : -1;
  }

  private static String code(int ware) {
    return "BN-" + (1_000 + ware);
  }
}
