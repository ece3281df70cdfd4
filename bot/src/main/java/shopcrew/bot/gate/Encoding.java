package shopcrew.bot.gate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Fields as bytes: a domain tag, then every field in the order of its name, each part preceded by
/// its length and each value by the tag of its type. Two different documents never share bytes.
final class Encoding {
  private static final int LONGEST = 1 << 20;

  private Encoding() {}

  static byte[] encode(String domain, SortedMap<String, Value> fields) {
    var out = new ByteArrayOutputStream();
    put(out, domain);
    whole(out, fields.size());
    for (var field : fields.entrySet()) {
      put(out, field.getKey());
      switch (field.getValue()) {
        case Value.Text text -> {
          out.write('t');
          put(out, text.text());
        }
        case Value.Whole whole -> {
          out.write('n');
          out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(whole.number()).array());
        }
        case Value.Many many -> {
          out.write('l');
          whole(out, many.texts().size());
          for (String text : many.texts()) put(out, text);
        }
      }
    }
    return out.toByteArray();
  }

  static SortedMap<String, Value> decode(String domain, byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    if (!text(in).equals(domain)) throw new IllegalArgumentException("not of the domain " + domain);
    var fields = new TreeMap<String, Value>();
    int count = size(in);
    for (int i = 0; i < count; i++) {
      String name = text(in);
      Value value =
          switch (in.get()) {
            case 't' -> new Value.Text(text(in));
            case 'n' -> new Value.Whole(in.getLong());
            case 'l' -> new Value.Many(texts(in));
            default -> throw new IllegalArgumentException("unknown type in " + name);
          };
      fields.put(name, value);
    }
    if (in.hasRemaining()) throw new IllegalArgumentException("bytes behind the last field");
    return fields;
  }

  static String hash(String domain, SortedMap<String, Value> fields) {
    return sha256(encode(domain, fields));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void put(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    whole(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void whole(ByteArrayOutputStream out, int number) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[size(in)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<String> texts(ByteBuffer in) {
    int count = size(in);
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) texts.add(text(in));
    return texts;
  }

  private static int size(ByteBuffer in) {
    int size = in.getInt();
    if (size < 0 || size > LONGEST) throw new IllegalArgumentException("a length out of bounds");
    return size;
  }
}
