package shopcrew.db.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The words of a .docx: its paragraphs and the rows of its tables. What was struck out or hidden
/// is not among them, no field is run and no outside file read.
final class DocxText {
  private static final String BODY = "word/document.xml";
  private static final int LARGEST = 12 * 1024 * 1024;
  private static final int MOST_PARTS = 5_000;

  /// With this the parser names its own limits: depth, attributes, names.
  private static final String LIMIT = "JAXP000100";

  private static final Pattern HEADING =
      Pattern.compile("(?i)(?:heading|title|subtitle|标题).*|[1-6]");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private boolean heading;
  private boolean hidden;
  private boolean inText;
  private int rows;

  private DocxText() {}

  static String read(Path file) throws ImportRefused {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw new ImportRefused("paper.bomb");
      }
      var body = zip.getEntry(BODY);
      if (body == null) {
        boolean table = zip.getEntry("xl/workbook.xml") != null;
        throw new ImportRefused(table ? "paper.table" : "paper.kind");
      }
      try (InputStream in = new Bounded(zip.getInputStream(body))) {
        var docx = new DocxText();
        docx.read(in);
        return docx.text.toString();
      }
    } catch (TooMuch e) {
      throw new ImportRefused("paper.bomb");
    } catch (IOException e) {
      throw new ImportRefused("paper.broken");
    } catch (XMLStreamException e) {
      boolean bomb =
          e.getNestedException() instanceof TooMuch
              || String.valueOf(e.getMessage()).contains(LIMIT);
      throw new ImportRefused(bomb ? "paper.bomb" : "paper.broken");
    }
  }

  private void read(InputStream in) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    for (var xml = factory.createXMLStreamReader(in); xml.hasNext(); ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> begins(xml);
        case XMLStreamConstants.END_ELEMENT -> ends(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inText && !hidden) {
            paragraph.append(xml.getText());
          }
        }
        default -> {}
      }
    }
  }

  private void begins(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "tr" -> rows++;
      case "r" -> hidden = false;
      case "vanish" -> hidden = true;
      case "pStyle" -> heading |= HEADING.matcher(value(xml)).matches();
      case "outlineLvl" -> heading |= value(xml).matches("[0-5]");
      case "tab", "br", "cr" -> paragraph.append(' ');
      default -> {}
    }
    inText = xml.getLocalName().equals("t");
  }

  private void ends(String element) {
    inText = false;
    switch (element) {
      case "p" -> {
        var said = paragraph.toString().strip();
        paragraph.setLength(0);
        if (rows > 0) {
          cells.add(said);
        } else {
          say(said);
        }
        heading = false;
        hidden = false;
      }
      case "tr" -> {
        rows--;
        var said = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        cells.clear();
        say(String.join(said.size() == 2 ? "：" : "，", said));
      }
      default -> {}
    }
  }

  /// Marks at the start of a line are the writer's own words here.
  private void say(String said) {
    var plain = said.replaceFirst("^[#>\\s]+", "");
    if (!plain.isEmpty()) {
      text.append(heading && rows == 0 ? "## " : "").append(plain).append('\n');
    }
  }

  private static String value(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("val")) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /// More was unpacked than a document of rules can hold.
  private static final class TooMuch extends IOException {}

  private static final class Bounded extends FilterInputStream {
    private int left = LARGEST;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      taken(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int many = super.read(into, from, length);
      taken(many);
      return many;
    }

    private void taken(int many) throws TooMuch {
      left -= Math.max(0, many);
      if (left < 0) {
        throw new TooMuch();
      }
    }
  }
}
