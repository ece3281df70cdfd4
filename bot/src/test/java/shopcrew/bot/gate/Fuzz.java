package shopcrew.bot.gate;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Inputs that nobody would think of, the same ones for the same seed; and a second reader of typed
/// amounts, written apart from the gate's.
final class Fuzz {
  private static final String NEAR = "0123456789０１２３４５６７８９.,．，¥￥元块 \t\u3000三百万-+eE\u200b\u00a0٣१";
  private static final String MARKS =
      "g1:G１：花钱錢确確认認spending chek🔒🔓🔐 \n\t\u200b\u200d\u2060·http://w.";

  final SplittableRandom random;

  Fuzz(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Mostly of the signs of the alphabet given, sometimes of any.
  private String of(String alphabet, int longest) {
    int[] signs = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      if (random.nextInt(20) == 0) text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT));
      else text.appendCodePoint(signs[random.nextInt(signs.length)]);
    }
    return text.toString();
  }

  String bytes() {
    return (random.nextInt(3) > 0 ? "g1:" : "") + of("abcXYZ019-_=:/;'\" \0\n", 40);
  }

  /// Text with pieces of the gate's marks, nested in each other and parted by invisible signs.
  String marks() {
    String[] pieces = {
      "g1:", "花钱确认", "🔒", "SPENDING CHECK", "Spending\u3000check", "g\u200b1:", "http://x"
    };
    String text = of(MARKS, 12);
    for (int i = random.nextInt(4); i > 0; i--) {
      String piece = pieces[random.nextInt(pieces.length)];
      int at =
          text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
      text = text.substring(0, at) + piece + text.substring(at);
    }
    return text;
  }

  /// An amount as people type it, a near miss of one, or noise.
  String amount() {
    if (random.nextInt(4) == 0) return of(NEAR, 12);
    var text = new StringBuilder();
    if (random.nextInt(4) == 0) text.append(random.nextBoolean() ? "¥" : "￥");
    if (random.nextInt(8) == 0) text.append(' ');
    text.append(random.nextLong(1, 1L << random.nextInt(1, 40)));
    if (random.nextInt(2) == 0) {
      for (int at = text.length() - 3; at > 0 && random.nextInt(5) > 0; at -= 3)
        text.insert(at, ',');
    }
    if (random.nextInt(2) == 0) {
      text.append(random.nextInt(6) == 0 ? "," : ".");
      for (int i = random.nextInt(5); i > 0; i--) text.append(random.nextInt(10));
    }
    if (random.nextInt(3) == 0) text.append(random.nextBoolean() ? "元" : " 块");
    if (random.nextInt(6) == 0) {
      text.insert(random.nextInt(text.length()), NEAR.charAt(random.nextInt(NEAR.length())));
    }
    if (random.nextInt(4) > 0) return text.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') text.setCharAt(i, (char) (c - '0' + '０'));
    }
    return text.toString();
  }

  TreeMap<String, Value> fields() {
    var fields = new TreeMap<String, Value>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Value value =
          switch (random.nextInt(3)) {
            case 0 -> new Value.Text(whole());
            case 1 ->
                new Value.Whole(random.nextInt(2) == 0 ? random.nextLong() : random.nextInt(3));
            default ->
                new Value.Many(
                    java.util.stream.Stream.generate(this::whole)
                        .limit(random.nextInt(3))
                        .toList());
          };
      fields.put(whole(), value);
    }
    return fields;
  }

  /// Without halves of a sign, which no channel can carry.
  private String whole() {
    return of("ab\0钱t", 4).replaceAll("[\\ud800-\\udfff]", "?");
  }

  /// Sign by sign: at most one mark of the currency, digits in one go or in groups of three, a
  // point
  /// with one to so many digits, at most one 元 or 块. Empty: it is not to be read.
  static OptionalLong minor(String typed, int decimals) {
    String text = typed.strip();
    int at = 0;
    if (text.startsWith("¥") || text.startsWith("￥")) at = 1;
    while (at < text.length() && " \t\n\f\r\u000b".indexOf(text.charAt(at)) >= 0) at++;
    long units = 0;
    int digits = 0;
    int inGroup = 0;
    int groups = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      int digit = digit(c);
      if (digit >= 0) {
        units = units * 10 + digit;
        inGroup++;
        if (++digits > 12) return OptionalLong.empty();
      } else if (c == ',' || c == '，') {
        if (groups == 0 ? inGroup < 1 || inGroup > 3 : inGroup != 3) return OptionalLong.empty();
        groups++;
        inGroup = 0;
      } else {
        break;
      }
    }
    if (digits == 0 || (groups > 0 && inGroup != 3)) return OptionalLong.empty();
    int places = 0;
    if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '．')) {
      for (at++; at < text.length() && digit(text.charAt(at)) >= 0; at++) {
        units = units * 10 + digit(text.charAt(at));
        if (++places > decimals) return OptionalLong.empty();
      }
      if (places == 0) return OptionalLong.empty();
    }
    for (; places < decimals; places++) units *= 10;
    String rest = text.substring(at).replaceAll("^[ \\t\\n\\f\\r\\x0B]+", "");
    return rest.isEmpty() || rest.equals("元") || rest.equals("块")
        ? OptionalLong.of(units)
        : OptionalLong.empty();
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= '０' && c <= '９' ? c - '０' : -1;
  }
}
