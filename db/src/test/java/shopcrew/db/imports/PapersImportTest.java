package shopcrew.db.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import shopcrew.db.Knowledge.Line;

/// Beside their page, Mei and Jun have papers for customers in their folder.
class PapersImportTest extends TeaFolder {
  private List<String> said() {
    return store.knowledge().lines().stream().map(Line::text).toList();
  }

  @Test
  void a_paper_that_is_for_customers_is_read_and_follows_its_file() throws IOException {
    file("products.csv", PRODUCTS);
    file("knowledge.md", "# 茶\n## 1. 发货\n- 48小时\n");
    bytes("退换规定.docx", docx("7 天内可以退", "买家出退回运费（有效期至 2026-12-31）"));
    file("发货须知.txt", "周日不发货 / No dispatch on Sundays\n");
    assertEquals(List.of(), keys(load()));
    assertEquals(List.of("48小时", "周日不发货", "7 天内可以退", "买家出退回运费（有效期至 2026-12-31）"), said());
    var lines = store.knowledge().lines();
    assertEquals("No dispatch on Sundays", lines.get(1).other());
    assertEquals("退换规定.docx", lines.get(2).origin());
    assertEquals(LocalDate.of(2026, 12, 31), lines.get(3).until());
    load();
    assertEquals(4, said().size());
    bytes("退换规定.docx", docx("15 天内可以退"));
    load();
    assertEquals(List.of("48小时", "周日不发货", "15 天内可以退"), said());
  }

  @Test
  void what_does_not_say_that_it_is_for_customers_is_left_alone() throws IOException {
    file("products.csv", PRODUCTS);
    file("knowledge.md", "# 茶\n## 1. 发货\n- 48小时\n");
    bytes("进货合同.docx", docx("进货价 40 元"));
    file("笔记.txt", "供应商是老林\n");
    bytes("内部规定.docx", docx("底价 60 元"));
    assertEquals(
        List.of("内部规定.docx:0::paper.unsure", "进货合同.docx:0::paper.unsure"),
        keys(load()).stream().sorted().toList());
    assertEquals(List.of("48小时"), said());
  }

  private static byte[] docx(String... paragraphs) throws IOException {
    var body = new StringBuilder("<w:document xmlns:w=\"w\"><w:body>");
    for (var text : paragraphs) {
      body.append("<w:p><w:r><w:t>").append(text).append("</w:t></w:r></w:p>");
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(body.append("</w:body></w:document>").toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
