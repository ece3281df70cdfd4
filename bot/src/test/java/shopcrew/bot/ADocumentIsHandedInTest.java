package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Fetched;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// Mei sends her papers into the chat. Each is read, shown, and counts after one tap; what cannot
/// be
/// read is said in one sentence and nothing of it is learnt.
class ADocumentIsHandedInTest extends StoreWorld {
  private static final String PARKING = "门口有停车位吗？";
  private final Map<String, Fetched> files = new HashMap<>();

  @Override
  protected List<Channel> channels() {
    Channel inner = way.made();
    return List.of(
        new Channel() {
          @Override
          public String name() {
            return inner.name();
          }

          @Override
          public Delivery send(Conversation to, Line line, int from) {
            return inner.send(to, line, from);
          }

          @Override
          public Fetched fetch(String file) {
            return files.getOrDefault(file, new Fetched.Never("unknown"));
          }
        });
  }

  private void sends(Phone phone, String name, byte[] content) {
    sends(phone, name, new Fetched.Bytes("application/octet-stream", content));
  }

  private void sends(Phone phone, String name, Fetched fetched) {
    String id = "f" + files.size();
    files.put(id, fetched);
    act(phone + "：(" + name + ")");
    var medium = new Arrival.Medium("file", name, "", 0, "", id);
    String address = way.address(phone.toString());
    var arrival = new Arrival(way.channel(), address, id, "", null, time.instant(), medium);
    shop.reception().take(List.of(arrival));
    collect();
  }

  private void refused(String name, byte[] content, String why) {
    long lines = count("SELECT count(*) FROM knowledge_lines");
    sends(mei, name, content);
    mei.sees(name, why);
    assertEquals(lines, count("SELECT count(*) FROM knowledge_lines"), "nothing is half learnt");
    assertEquals(0, count("SELECT count(*) FROM knowledge_edits"));
  }

  private static byte[] docx(String body) {
    return zip(
        "word/document.xml",
        "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>");
  }

  private static byte[] zip(String part, String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(part));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static byte[] pdf(int pages, String password, String... lines) {
    var bytes = new ByteArrayOutputStream();
    try (var pdf = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        var page = new PDPage();
        pdf.addPage(page);
        try (var ink = new PDPageContentStream(pdf, page)) {
          ink.beginText();
          ink.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          ink.newLineAtOffset(50, 700);
          for (String line : lines) {
            ink.showText(line);
            ink.newLineAtOffset(0, -20);
          }
          ink.endText();
        }
      }
      if (!password.isEmpty()) {
        pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      pdf.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void a_word_file_counts_after_one_tap_and_is_taken_back_by_another() {
    sends(
        mei,
        "到店须知.docx",
        docx(
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>到店</w:t></w:r></w:p>"
                + paragraph("门口有三个停车位。")
                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>成本 27 元</w:t></w:r></w:p>"
                + paragraph("拉坯体验课每人 188 元。")));
    mei.sees("到店须知.docx", "一共 2 条", "门口有三个停车位", "对不上", "168").with("换成新的", "不记");
    wangFang.says(PARKING);
    wangFang.neverSees("三个停车位");
    mei.taps("换成新的");
    wangFang.says(PARKING);
    wangFang.sees("三个停车位");
    wangFang.says("拉坯体验课多少钱一位？");
    wangFang.sees("188");
    mei.taps("撤回");
    daniel.says("拉坯体验课多少钱一位？");
    daniel.sees("168");
    mei.neverSees("成本");
  }

  @Test
  void a_pdf_is_read_and_the_same_file_again_brings_only_what_is_new() {
    sends(mei, "visitors.pdf", pdf(1, "", "There are three parking spaces at the door."));
    mei.sees("visitors.pdf", "一共 1 条", "three parking").with("记下来", "不记");
    mei.taps("记下来");
    daniel.says("Do you have parking spaces?");
    daniel.sees("three parking");
    sends(mei, "visitors.pdf", pdf(1, "", "There are three parking spaces at the door."));
    mei.sees("没有变化");
    sends(mei, "visitors.pdf", pdf(1, "", "Umbrellas can be borrowed at the door."));
    mei.sees("新的 1 条", "不再有的 1 条");
    mei.taps("记下来");
    sofia.says("Do you have parking spaces?");
    sofia.neverSees("three parking");
  }

  @Test
  void a_text_is_read_in_any_of_its_encodings() {
    for (String charset : List.of("UTF-8", "GB18030", "UTF-16")) {
      byte[] text = "## 到店\n- 门口有三个停车位\n".getBytes(Charset.forName(charset));
      sends(mei, charset + ".txt", text);
      mei.sees("一共 1 条", "三个停车位");
    }
  }

  @Test
  void a_paper_that_contradicts_itself_is_said_to() {
    sends(mei, "运费.txt", "海外样品运费 80 元\n海外样品运费 95 元\n".getBytes(StandardCharsets.UTF_8));
    mei.sees("文件里自己就对不上", "80", "95");
  }

  @Test
  void what_cannot_be_read_is_said_in_one_sentence() {
    refused("规定.pdf", "MZ\u0090\0程序".getBytes(StandardCharsets.ISO_8859_1), "这是一个程序");
    refused("规定.pdf", "其实是文字".getBytes(StandardCharsets.UTF_8), "名字像文档");
    refused("空.txt", new byte[0], "空的");
    refused("表.xlsx", zip("xl/workbook.xml", "<workbook/>"), "这是表格");
    refused("炸弹.docx", docx(paragraph("满".repeat(5_000_000))), "大得不正常");
    refused("深.docx", docx("<w:x>".repeat(500)), "大得不正常");
    refused("坏.docx", docx("<w:p>"), "文件坏了");
    refused("多.txt", "可以\n".repeat(2_001).getBytes(StandardCharsets.UTF_8), "超过 2000 条");
    var mixed = new ByteArrayOutputStream();
    mixed.writeBytes("门口有三个停车位\n".getBytes(StandardCharsets.UTF_8));
    mixed.writeBytes("下雨有伞可以借\n".getBytes(Charset.forName("GB18030")));
    refused("混.txt", mixed.toByteArray(), "两种文字编码");
    refused("大.txt", new byte[21 * 1024 * 1024], "超过 20 MB");
  }

  @Test
  void a_pdf_that_cannot_be_read_is_said_in_one_sentence() {
    refused("扫描.pdf", pdf(1, ""), "扫描的图片");
    refused("密码.pdf", pdf(1, "1234", "Secret"), "有密码");
    refused("长.pdf", pdf(201, "", "Page"), "超过 200 页");
    refused("坏.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), "文件坏了");
  }

  @Test
  void what_the_platform_does_not_bring_is_said_too() {
    sends(mei, "大.pdf", new Fetched.Never("large"));
    mei.sees("大.pdf", "超过 20 MB");
    sends(mei, "后来.pdf", new Fetched.NotNow());
    mei.sees("过一会儿再发");
    sends(jun, "x.pdf", new Fetched.Never("kind"));
    jun.sees("cannot be had");
    sends(lan, "x.txt", "门口有三个停车位".getBytes(StandardCharsets.UTF_8));
    lan.sees("只有店主能改");
    assertEquals(0, count("SELECT count(*) FROM knowledge_edits"));
  }
}
