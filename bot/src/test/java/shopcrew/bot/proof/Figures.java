package shopcrew.bot.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one layer of the proof counted, kept as `target/proof/<layer>.properties`.
///
/// ```java
/// Figures.of("model").put("states", 123).put("seconds", 4).notCovered("two shops").write();
/// ```
public final class Figures {
  private static final int MOST_TEXT = 2_000;

  private final String layer;
  private final Map<String, String> figures = new LinkedHashMap<>();
  private int notCovered;

  private Figures(String layer) {
    this.layer = layer;
    put("run", full() ? "full" : "short");
  }

  public static Figures of(String layer) {
    if (!layer.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("a layer is a plain word: " + layer);
    }
    return new Figures(layer);
  }

  /// True in the long run of the proof, false in the short slice of every build.
  public static boolean full() {
    return Boolean.getBoolean("proof");
  }

  /// The folder of the figures: `target/proof` of the module, or where `proof.out` says.
  public static Path folder() {
    return Path.of(System.getProperty("proof.out", "target/proof"));
  }

  public Figures put(String key, long value) {
    return put(key, Long.toString(value));
  }

  public Figures put(String key, String value) {
    if (!key.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
      throw new IllegalArgumentException("a key is plain letters, digits, dots: " + key);
    }
    figures.put(key, value.length() > MOST_TEXT ? value.substring(0, MOST_TEXT) + " …" : value);
    return this;
  }

  /// Says honestly what this layer does not look at.
  public Figures notCovered(String what) {
    notCovered++;
    return put("not_covered." + notCovered, what);
  }

  /// Writes the file anew, keys in the order they were put.
  public Path write() {
    var text = new StringBuilder();
    figures.forEach(
        (key, value) -> text.append(key).append('=').append(oneLine(value)).append('\n'));
    try {
      Files.createDirectories(folder());
      return Files.writeString(folder().resolve(layer + ".properties"), text);
    } catch (IOException e) {
      throw new UncheckedIOException("the figures of " + layer + " could not be written", e);
    }
  }

  private static String oneLine(String value) {
    return value.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n");
  }
}
