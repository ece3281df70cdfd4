package shopcrew.db.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Database;
import shopcrew.db.Money;

/// Jun keeps the whole shop in one workbook.
class XlsxTest {

  private static final String RELATIONS =
      """
      <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>
      """;
  private static final String BOOK =
      """
      <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
      <sheet name="商品表" sheetId="1" r:id="rId1"/><sheet name="客户" sheetId="2" r:id="rId2"/></sheets></workbook>
      """;
  private static final String STRINGS =
      """
      <sst><si><t>货号</t></si><si><t>品名</t></si><si><r><t>白毫</t></r><r><t>银针</t></r><rPh><t>yin</t></rPh></si></sst>
      """;
  private static final String PRODUCTS =
      """
      <worksheet><sheetData>
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>售价</t></is></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><t>T1</t></is></c><c r="B3" t="s"><v>2</v></c><c r="D3"><v>98.500000000000014</v></c></row>
      <row r="4"><c r="A4" t="str"><f>1+1</f><v>T2</v></c><c r="D4"><v>-1</v></c></row>
      </sheetData></worksheet>
      """;
  private static final String CUSTOMERS =
      """
      <worksheet><sheetData>
      <row><c t="inlineStr"><is><t>客户编号</t></is></c><c t="inlineStr"><is><t>手机</t></is></c><c t="inlineStr"><is><t>注册日期</t></is></c></row>
      <row><c t="inlineStr"><is><t>C1</t></is></c><c><v>1.3800001234E10</v></c><c><v>46082</v></c></row>
      </sheetData></worksheet>
      """;

  @TempDir Path home;

  private Path book(Map<String, String> parts) throws IOException {
    var file = Files.createDirectories(home.resolve("tea")).resolve("店铺.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private Map<String, String> parts() {
    return Map.of(
        "xl/workbook.xml", BOOK,
        "xl/_rels/workbook.xml.rels", RELATIONS,
        "xl/sharedStrings.xml", STRINGS,
        "xl/worksheets/sheet1.xml", PRODUCTS,
        "xl/worksheets/sheet2.xml", CUSTOMERS);
  }

  @Test
  void every_sheet_of_a_workbook_is_taken_by_its_name() throws IOException {
    book(parts());
    try (var database = Database.open(home.resolve("shop.db"))) {
      var report = new Importer(database, "tea").load(home.resolve("tea"));
      assertEquals(
          "店铺.xlsx 商品表 row 4, column 售价: -1 is below zero; the row was left out.",
          report.faults().getFirst().sentence(Locale.ENGLISH).replace(", row", " row"));
      var product = database.store("tea").products().bySku("T1").orElseThrow();
      assertEquals("白毫银针", product.titleZh());
      assertEquals(Money.parse("98.50", "CNY"), product.price());
      var customer = database.store("tea").customers().byId("C1").orElseThrow();
      assertEquals("13800001234", customer.phone());
      assertEquals("2026-03-01", String.valueOf(customer.registeredOn()));
    }
  }

  @Test
  void a_file_that_only_looks_like_a_workbook_is_refused() throws IOException {
    var file = book(Map.of("xl/workbook.xml", "<workbook/>"));
    assertThrows(ImportRefused.class, () -> XlsxBook.read(file));
    Files.writeString(file, "not a zip");
    assertThrows(ImportRefused.class, () -> XlsxBook.read(file));
  }

  @Test
  void an_entity_cannot_read_another_file() throws IOException {
    var secret = Files.writeString(home.resolve("secret.txt"), "PIN 1234");
    var parts = new java.util.HashMap<>(parts());
    parts.put(
        "xl/sharedStrings.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><sst><si><t>&e;</t></si></sst>");
    var file = book(parts);
    try {
      assertTrue(
          XlsxBook.read(file).values().stream().noneMatch(s -> s.toString().contains("1234 ")));
      assertTrue(XlsxBook.read(file).toString().lines().noneMatch(l -> l.contains("PIN")));
    } catch (ImportRefused refused) {
      assertEquals("file.encoding", refused.in("x").key());
    }
  }
}
