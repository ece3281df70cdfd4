package shopcrew.db.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sofia sends what she needs as a file; no file can harm the shop.
class SentTableTest {
  private static final String ROW =
      """
      <row><c t="inlineStr"><is><t>马克杯</t></is></c><c t="str"><f>1+1</f><v>400ml以上</v></c></row>
      """;

  @TempDir Path home;

  private Path book(String rows) throws IOException {
    Path file = home.resolve("list.xlsx");
    Map<String, String> parts =
        Map.of(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"s\" id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>",
            "xl/s.xml",
            "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private Path text(byte[] content) throws IOException {
    return Files.write(home.resolve("list.csv"), content);
  }

  @Test
  void a_workbook_is_read_as_lines_of_values_and_no_formula_is_run() throws IOException {
    assertEquals("马克杯\t400ml以上\n马克杯\t400ml以上", SentTable.read(book(ROW + ROW)).orElseThrow());
  }

  @Test
  void a_csv_is_read_whatever_it_was_saved_as() throws IOException {
    byte[] chinese = "品名,容量\n马克杯,400ml\n".getBytes(Charset.forName("GB18030"));
    assertEquals("品名\t容量\n马克杯\t400ml", SentTable.read(text(chinese)).orElseThrow());
    assertEquals("a\tb", SentTable.text("a;b").orElseThrow());
  }

  @Test
  void of_fifty_thousand_rows_two_hundred_are_read() throws IOException {
    assertEquals(200, SentTable.read(book(ROW.repeat(50_000))).orElseThrow().lines().count());
    assertEquals(200, SentTable.text("a,b\n".repeat(50_000)).orElseThrow().lines().count());
  }

  @Test
  void what_is_too_large_packed_or_unpacked_is_refused() throws IOException {
    assertTrue(SentTable.read(text(new byte[3 * 1024 * 1024])).isEmpty());
    Path bomb = book(" ".repeat(20 * 1024 * 1024));
    assertTrue(Files.size(bomb) < 1024 * 1024);
    assertTrue(SentTable.read(bomb).isEmpty());
  }

  @Test
  void what_is_no_table_is_refused() throws IOException {
    assertTrue(
        SentTable.read(text("PK but no workbook".getBytes(StandardCharsets.UTF_8))).isEmpty());
    assertTrue(SentTable.read(text(new byte[0])).isEmpty());
    assertTrue(SentTable.is("My List.XLSX"));
    assertFalse(SentTable.is("setup.exe"));
  }
}
