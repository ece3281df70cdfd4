package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.proof.Figures;
import shopcrew.db.Database;

/// The commands as processes of their own, as somebody at a terminal meets them.
class TheTerminalTest {
  @TempDir Path folder;

  private record Ended(int code, String out, String err) {
    void inOneSentence(String... words) {
      assertEquals(1, code, this::toString);
      long said = err.lines().filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d [A-Z].*")).count();
      assertEquals(1, said, this::toString);
      for (String word : words) assertTrue(err.contains(word), this::toString);
      assertFalse(err.contains("Exception"), this::toString);
    }
  }

  private Ended run(Map<String, String> settings, String... command) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            "shopcrew.bot.Main"));
    words.addAll(List.of(command));
    var builder = new ProcessBuilder(words);
    builder.environment().keySet().removeIf(name -> name.startsWith("SHOPCREW_"));
    builder.environment().put("SHOPCREW_HOME", folder.resolve("home").toString());
    builder.environment().putAll(settings);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end: " + String.join(" ", command));
    }
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void wrong_settings_are_all_named() throws Exception {
    var ended =
        run(Map.of("SHOPCREW_SHOP", "Our Shop", "SHOPCREW_PORT", "many"), "import", "anywhere");
    assertEquals(1, ended.code());
    assertEquals(2, ended.err().strip().lines().count(), ended::toString);
  }

  @Test
  void a_port_in_use() throws Exception {
    try (var taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      run(Map.of("SHOPCREW_PORT", String.valueOf(taken.getLocalPort())), "run")
          .inOneSentence(String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  void a_store_of_a_newer_version() throws Exception {
    Path store = folder.resolve("home/shop.db");
    try (Database database = Database.open(store)) {
      database.writing(
          h ->
              h.execute(
                  "INSERT INTO migrations SELECT 9000, name, checksum FROM migrations LIMIT 1"));
    }
    run(Map.of(), "import", folder.toString()).inOneSentence("newer Shopcrew", "9000");
  }

  @Test
  void a_folder_that_is_not_there() throws Exception {
    run(Map.of(), "import", folder.resolve("nowhere").toString()).inOneSentence("nowhere");
  }

  @Test
  void a_home_that_cannot_be_made() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    run(Map.of("SHOPCREW_HOME", file.resolve("home").toString()), "import", folder.toString())
        .inOneSentence("home");
  }

  @Test
  void a_shop_is_loaded_twice_and_stays_the_same() throws Exception {
    Path files = folder.resolve("files");
    assertEquals(0, run(Map.of(), "sample", files.toString()).code());
    var first = run(Map.of(), "import", files.toString(), "--yes");
    assertEquals(0, first.code(), first::toString);
    assertTrue(first.out().contains("products.csv"), first.out());
    assertTrue(first.out().contains("从现在起"), first.out());
    List<String> before = rows();
    var second = run(Map.of(), "import", files.toString());
    assertEquals(0, second.code(), second::toString);
    assertEquals(before, rows());
  }

  @Test
  void a_small_exam_prints_its_counts() throws Exception {
    Path files = folder.resolve("files");
    assertEquals(0, run(Map.of(), "sample", files.toString()).code());
    Path cases =
        Files.writeString(
            folder.resolve("own.jsonl"),
            """
            {"id":"r1","lang":"zh","sender":{"type":"owner","id":"mei"},"message":"哪个广告最该停？","role_ok":["promotion"]}
            {"id":"r2","lang":"zh","sender":{"type":"owner","id":"mei"},"message":"哪个广告最该停？","role_ok":["nobody"]}
            {"id":"x1","lang":"zh","message":"?","expect":{}}
            """);
    Path out = folder.resolve("predictions.jsonl");
    var ended =
        run(
            Map.of(),
            "exam",
            cases.toString(),
            "--shop",
            files.toString(),
            "--out",
            out.toString());
    assertEquals(0, ended.code(), ended::toString);
    assertTrue(ended.out().contains("1 of 2 (50.0 %)"), ended.out());
    assertTrue(ended.out().contains("FAIL r2"), ended.out());
    assertTrue(ended.out().contains("SKIP x1"), ended.out());
    assertEquals(2, Files.readAllLines(out).size());
    Files.writeString(cases, "{not json}\n");
    run(Map.of(), "exam", cases.toString(), "--shop", files.toString())
        .inOneSentence("own.jsonl", "line 1");
  }

  @Test
  void the_story_plays_in_both_languages() throws Exception {
    for (String language : List.of("zh", "en")) {
      var ended = run(Map.of(), "demo", "--story", "--language", language);
      assertEquals(0, ended.code(), ended::toString);
      assertTrue(ended.out().contains("200"), ended.out());
    }
  }

  @Test
  void the_story_of_the_counter_plays_and_in_the_proof_in_both_languages() throws Exception {
    for (String language : Figures.full() ? List.of("zh", "en") : List.of("en")) {
      var ended = run(Map.of(), "demo", "--story", "counter", "--language", language);
      assertEquals(0, ended.code(), ended::toString);
      String told = ended.out().substring(ended.out().indexOf("XM20261114-003"));
      assertFalse(told.contains("ZT"), "nobody else's parcel is told");
    }
  }

  @Test
  void the_story_of_the_money_plays_and_in_the_proof_in_both_languages() throws Exception {
    for (String language : Figures.full() ? List.of("zh", "en") : List.of("zh")) {
      var ended = run(Map.of(), "demo", "--story", "money", "--language", language);
      assertEquals(0, ended.code(), ended::toString);
      assertFalse(ended.out().contains("258046"), "no digit of a PIN is shown");
    }
    run(Map.of(), "demo", "--story", "nonsense").inOneSentence("nonsense", "money");
  }

  private List<String> rows() throws IOException {
    try (Database database = Database.open(folder.resolve("home/shop.db"))) {
      return database.read(
          h ->
              h.createQuery(
                      """
                      SELECT 'products ' || count(*) FROM products
                      UNION ALL SELECT 'orders ' || count(*) || ' ' || sum(paid) FROM orders
                      UNION ALL SELECT 'customers ' || count(*) FROM customers
                      UNION ALL SELECT 'reviews ' || count(*) FROM reviews
                      UNION ALL SELECT 'rules ' || count(*) || group_concat(state) FROM rules
                      UNION ALL SELECT 'people ' || count(*) FROM people\
                      """)
                  .mapTo(String.class)
                  .list());
    }
  }
}
