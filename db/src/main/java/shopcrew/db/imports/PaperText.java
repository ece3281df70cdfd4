package shopcrew.db.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a document, with `##` before its headings. What it is, its first bytes tell and not
/// its name.
final class PaperText {
  private static final int LONGEST_LINE = 400;
  private static final int MAGIC = 8;
  private static final Pattern SENTENCES = Pattern.compile("(?<=[。！？；])|(?<=[.!?;])\\s+");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f]");
  private static final Pattern NOT_TEXT = Pattern.compile(".*\\.(pdf|docx?|xlsx?|pptx?|zip)");

  private PaperText() {}

  static String of(Path file, String name) throws ImportRefused {
    try {
      if (Files.size(file) > Paper.LARGEST_MB * 1024L * 1024L) {
        throw new ImportRefused("file.too.large", Integer.toString(Paper.LARGEST_MB));
      }
      var magic = magic(file);
      if (magic.isEmpty()) {
        throw new ImportRefused("file.empty");
      }
      if (magic.startsWith("25504446")) {
        return PdfText.read(file);
      }
      if (magic.startsWith("504b0304")) {
        return DocxText.read(file);
      }
      refuse(file, magic);
      return text(file, name);
    } catch (IOException e) {
      throw new ImportRefused("file.unreadable");
    }
  }

  private static String magic(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HexFormat.of().formatHex(in.readNBytes(MAGIC));
    }
  }

  private static void refuse(Path file, String magic) throws ImportRefused, IOException {
    if (magic.startsWith("4d5a") || magic.startsWith("7f454c46") || magic.startsWith("cafebabe")) {
      throw new ImportRefused("paper.program");
    }
    if (magic.startsWith("d0cf11e0")) {
      var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
      var whole = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      boolean locked = whole.contains(new String(name, StandardCharsets.ISO_8859_1));
      throw new ImportRefused(locked ? "paper.locked" : "paper.old");
    }
    if (magic.startsWith("89504e47")
        || magic.startsWith("ffd8ff")
        || magic.startsWith("47494638")
        || magic.startsWith("52494646")) {
      throw new ImportRefused("paper.picture");
    }
  }

  private static String text(Path file, String name) throws ImportRefused, IOException {
    if (NOT_TEXT.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      throw new ImportRefused("paper.disguise");
    }
    var text = TextFile.decode(Files.readAllBytes(file));
    if (CONTROL.matcher(text).find()) {
      throw new ImportRefused("paper.kind");
    }
    return text;
  }

  /// A line as it is, or one that is too long to be said at once in sentences.
  static List<String> pieces(String line) {
    if (line.length() <= LONGEST_LINE) {
      return List.of(line);
    }
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    for (var sentence : SENTENCES.split(line)) {
      if (piece.length() > 0 && piece.length() + sentence.length() > LONGEST_LINE) {
        pieces.add(piece.toString().strip());
        piece.setLength(0);
      }
      piece.append(sentence);
      while (piece.length() > LONGEST_LINE) {
        pieces.add(piece.substring(0, LONGEST_LINE));
        piece.delete(0, LONGEST_LINE);
      }
      piece.append(piece.length() > 0 && sentence.matches(".*[.!?;]") ? " " : "");
    }
    pieces.add(piece.toString().strip());
    return pieces.stream().filter(one -> !one.isBlank()).toList();
  }
}
