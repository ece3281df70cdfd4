package shopcrew.db.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.db.Store;

/// Mei and Jun have a folder with the files of their tea shop.
abstract class TeaFolder {

  static final String PRODUCTS =
      """
      sku,category,title_zh,title_en,cost,price,stock,status,leaf_origin,supplier
      T1,茶叶,白毫银针 50克,Silver Needle 50 g,40,98.5,12,在售,福鼎,老林茶厂
      T2,茶叶,铁观音 100克,Tieguanyin 100 g,22,59,0,在售,安溪,老林茶厂
      T3,茶具,旧款盖碗,Old Gaiwan,15,45,3,下架,景德镇,小周
      """;

  @TempDir Path home;
  Path folder;
  Database database;
  Store store;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectories(home.resolve("tea"));
    database = Database.open(home.resolve("shop.db"));
    store = database.store("tea");
  }

  @AfterEach
  void close() {
    database.close();
  }

  void file(String name, String text) {
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  ImportReport load() {
    return new Importer(database, "tea").load(folder);
  }

  static List<String> keys(ImportReport report) {
    return report.faults().stream()
        .map(f -> f.file() + ":" + f.row() + ":" + f.column() + ":" + f.key())
        .toList();
  }

  static Money yuan(String text) {
    return Money.parse(text, "CNY");
  }
}
