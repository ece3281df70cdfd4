package shopcrew.db.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the sheets of an .xlsx workbook as plain tables: values only, no formula is ever run, no
/// outside file read.
final class XlsxBook {

  private static final int MOST_PARTS = 200;
  /// All parts of a shop's own book together, unpacked.
  private static final int LARGEST = 64 * 1024 * 1024;

  private static final int MOST_CELLS = 4_000_000;

  private final Map<String, byte[]> parts = new HashMap<>();
  private final List<String> strings = new ArrayList<>();
  private final int mostRows;
  private int cells;

  private XlsxBook(int mostRows) {
    this.mostRows = mostRows;
  }

  /// The sheets by their names, in the workbook's order.
  static Map<String, Sheet> read(Path file) throws ImportRefused {
    return read(file, LARGEST, Integer.MAX_VALUE);
  }

  /// @param largest how many bytes all parts together may unpack to
  /// @param mostRows of a sheet; what comes after them is not read
  static Map<String, Sheet> read(Path file, int largest, int mostRows) throws ImportRefused {
    var name = file.getFileName().toString();
    var sheets = new LinkedHashMap<String, Sheet>();
    try {
      var book = new XlsxBook(mostRows);
      book.unzip(file, largest);
      book.readStrings();
      var targets = book.attributes("xl/_rels/workbook.xml.rels", "Relationship", "Id", "Target");
      var places = book.attributes("xl/workbook.xml", "sheet", "name", "id");
      for (var place : places.entrySet()) {
        var target = targets.getOrDefault(place.getValue(), "");
        var part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        sheets.put(place.getKey(), book.sheet(name + " " + place.getKey(), part));
      }
    } catch (TooMany e) {
      throw new ImportRefused("paper.bomb");
    } catch (IOException | XMLStreamException e) {
      throw new ImportRefused("file.encoding");
    }
    if (sheets.values().stream().allMatch(sheet -> sheet.headers().isEmpty())) {
      throw new ImportRefused("file.empty");
    }
    return sheets;
  }

  private void unzip(Path file, int largest) throws IOException, ImportRefused {
    try (var zip = new ZipFile(file.toFile())) {
      int left = largest;
      for (var entry :
          zip.stream()
              .filter(e -> e.getName().matches("xl/.*\\.(xml|rels)"))
              .limit(MOST_PARTS)
              .toList()) {
        try (var in = zip.getInputStream(entry)) {
          var bytes = in.readNBytes(left + 1);
          left -= bytes.length;
          if (left < 0) {
            throw new ImportRefused("paper.bomb");
          }
          parts.put(entry.getName(), bytes);
        }
      }
    }
  }

  private XMLStreamReader open(String part) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var bytes = parts.get(part);
    if (bytes == null) {
      throw new XMLStreamException("no part " + part);
    }
    return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
  }

  private Map<String, String> attributes(String part, String element, String key, String value)
      throws XMLStreamException {
    var found = new LinkedHashMap<String, String>();
    for (var xml = open(part); xml.hasNext(); ) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
        found.put(attribute(xml, key), attribute(xml, value));
      }
    }
    return found;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private void readStrings() throws XMLStreamException {
    if (!parts.containsKey("xl/sharedStrings.xml")) {
      return;
    }
    for (var xml = open("xl/sharedStrings.xml"); xml.hasNext(); ) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        strings.add(text(xml, "si"));
      }
    }
  }

  /// All `t` and `v` text up to the end of `element`, without reading aids (`rPh`).
  private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
    var text = new StringBuilder();
    int aside = 0;
    boolean inside = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        aside += xml.getLocalName().equals("rPh") ? 1 : 0;
        inside = xml.getLocalName().equals("t") || xml.getLocalName().equals("v");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        aside -= xml.getLocalName().equals("rPh") ? 1 : 0;
        inside = false;
        if (xml.getLocalName().equals(element)) {
          break;
        }
      } else if (inside && aside == 0 && xml.hasText()) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  private Sheet sheet(String file, String part) throws XMLStreamException {
    List<String> headers = List.of();
    var rows = new ArrayList<Sheet.Line>();
    int number = 0;
    for (var xml = open(part); xml.hasNext() && rows.size() < mostRows; ) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("row")) {
        continue;
      }
      var stated = attribute(xml, "r");
      number = stated.isEmpty() ? number + 1 : Integer.parseInt(stated);
      var cells = row(xml);
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (headers.isEmpty()) {
        headers = cells.stream().map(String::strip).toList();
      } else {
        rows.add(new Sheet.Line(number, cells));
      }
    }
    return new Sheet(file, headers, rows);
  }

  private List<String> row(XMLStreamReader xml) throws XMLStreamException {
    var cells = new ArrayList<String>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        int column = XlsxCell.column(attribute(xml, "r"), cells.size());
        var type = attribute(xml, "t");
        var value = XlsxCell.value(type, text(xml, "c"), strings);
        this.cells += column - cells.size() + 1;
        if (this.cells > MOST_CELLS) {
          throw new TooMany();
        }
        while (cells.size() < column) {
          cells.add("");
        }
        cells.add(value);
      }
    }
    return cells;
  }

  /// More cells than any shop has.
  private static final class TooMany extends XMLStreamException {}
}
