package shopcrew.db.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads a text whatever a spreadsheet saved it as: UTF-8 or UTF-16 with or without a mark, or
/// GB18030.
final class TextFile {

  private static final int LARGEST_MB = 64;
  private static final int SURELY = 4;

  private TextFile() {}

  static String read(Path file) throws ImportRefused {
    try {
      if (Files.size(file) > LARGEST_MB * 1024L * 1024L) {
        throw new ImportRefused("file.too.large", Integer.toString(LARGEST_MB));
      }
      return decode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ImportRefused("file.unreadable");
    }
  }

  static String decode(byte[] bytes) throws ImportRefused {
    if (mixed(bytes)) {
      throw new ImportRefused("file.mixed");
    }
    for (var charset : candidates(bytes)) {
      try {
        var text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        continue; // the next candidate
      }
    }
    throw new ImportRefused("file.encoding");
  }

  private static List<Charset> candidates(byte[] bytes) {
    if (starts(bytes, 0xFF, 0xFE)) {
      return List.of(StandardCharsets.UTF_16LE);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return List.of(StandardCharsets.UTF_16BE);
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (even + odd
        > 0) { // only UTF-16 writes zero bytes; Latin letters and line ends have theirs on one side
      return List.of(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
    return List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
  }

  /// Some lines are surely UTF-8 and others surely not: whichever is taken, the other is rubbish.
  private static boolean mixed(byte[] bytes) {
    boolean sure = false;
    boolean other = false;
    int from = 0;
    for (int at = 0; at <= bytes.length; at++) {
      if (at < bytes.length && bytes[at] == 0) {
        return false; // UTF-16
      }
      if (at == bytes.length || bytes[at] == '\n') {
        var line = ByteBuffer.wrap(bytes, from, at - from);
        try {
          long wide =
              StandardCharsets.UTF_8
                  .newDecoder()
                  .decode(line)
                  .chars()
                  .filter(c -> c > 0x7ff)
                  .count();
          sure |= wide >= SURELY;
        } catch (CharacterCodingException e) {
          other = true;
        }
        from = at + 1;
      }
    }
    return sure && other;
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
