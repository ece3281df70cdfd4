package shopcrew.db.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/// The words of a PDF. They are read in a process of their own, with little memory and little time:
/// a file that is made to break its reader breaks nothing of the shop.
public final class PdfText {
  private static final int MOST_PAGES = 200;
  private static final int MOST_TEXT = 2_000_000;
  private static final int SECONDS = 10;
  private static final int LOCKED = 11;
  private static final int BROKEN = 12;
  private static final int PAGES = 13;
  private static final int LONG = 14;

  /// Where a line on the page is also the end of what is said.
  private static final Pattern ENDS = Pattern.compile(".*[。！？；：!?;:.]\\s*");
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?:[-*+•·●○■◆▪–—]|[(（]?\\d{1,3}[.)、）．]|[一二三四五六七八九十]{1,3}[、.）]|第.{1,3}[条章节]).*");
  private static final Pattern TITLE =
      Pattern.compile("(?:[一二三四五六七八九十]{1,3}、|第.{1,3}[条章节]\\s?).{1,20}|\\d{1,2}\\.?\\s\\S.{1,30}");

  private PdfText() {}

  static String read(Path file) throws ImportRefused, IOException {
    var out = Files.createTempFile("paper", ".txt");
    try {
      int end = run(file, out);
      switch (end) {
        case 0 -> {}
        case LOCKED -> throw new ImportRefused("paper.locked");
        case PAGES -> throw new ImportRefused("paper.pages", Integer.toString(MOST_PAGES));
        case LONG -> throw new ImportRefused("paper.lines", Integer.toString(Paper.MOST_LINES));
        case BROKEN -> throw new ImportRefused("paper.broken");
        default -> throw new ImportRefused("paper.heavy");
      }
      var text = Files.readString(out);
      if (text.isBlank()) {
        throw new ImportRefused("paper.scanned");
      }
      return joined(text);
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  private static int run(Path file, Path out) throws IOException, ImportRefused {
    var java = Path.of(property("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            property("java.class.path"),
            PdfText.class.getName(),
            file.toAbsolutePath().toString());
    var reader =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      reader.getOutputStream().close();
      if (!reader.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new ImportRefused("paper.heavy");
      }
      return reader.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportRefused("paper.heavy");
    } finally {
      reader.destroyForcibly();
    }
  }

  /// What one paragraph says stands on one line again: it goes on where a line is full. Short
  /// numbered lines are headings.
  private static String joined(String text) {
    var joined = new StringBuilder();
    int full = text.lines().mapToInt(line -> line.strip().length()).max().orElse(0) * 7 / 10;
    boolean open = false;
    for (var raw : text.lines().toList()) {
      var line = raw.strip().replaceFirst("^[#>\\s]+", "");
      if (line.isEmpty()) {
        open = false;
        continue;
      }
      boolean title = TITLE.matcher(line).matches() && !ENDS.matcher(line).matches();
      if (open && !title && !BEGINS.matcher(line).matches()) {
        boolean blank = joined.charAt(joined.length() - 1) < 0x2e80 && line.charAt(0) < 0x2e80;
        joined.append(blank ? " " : "").append(line);
      } else {
        joined.append(joined.isEmpty() ? "" : "\n").append(title ? "## " : "").append(line);
      }
      open = !title && line.length() >= full && !ENDS.matcher(line).matches();
    }
    return joined.toString();
  }

  /// The reading process: the text goes to its output, what became of it is its exit code.
  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what a library logs is no part of the text
    System.exit(print(Path.of(args[0]), out));
  }

  private static int print(Path file, PrintStream out) {
    try (var pdf = Loader.loadPDF(file.toFile())) {
      if (pdf.getNumberOfPages() > MOST_PAGES) {
        return PAGES;
      }
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      Writer text = new StringWriter();
      stripper.writeText(pdf, text);
      var said = text.toString();
      if (said.length() > MOST_TEXT) {
        return LONG;
      }
      out.print(said);
      out.flush();
      return 0;
    } catch (InvalidPasswordException e) {
      return LOCKED;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return BROKEN;
    }
  }
}
