package shopcrew.bot.channel.whatsapp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Reply;

/// Replies of any kind, the same ones for the same seed.
final class AnyReply {
  private static final String[] SCRAPS = {
    "这款露营灯能用十二个小时",
    "。",
    "！",
    "，",
    "您要几个？",
    "（现货）",
    "”",
    " ",
    " ",
    "\n",
    "\n\n",
    ". ",
    "! ",
    "? ",
    "The lamp lasts twelve hours",
    "tent",
    "A",
    "3.50 元",
    "SKU_12_b",
    "_A1_",
    "*特价*",
    "*bold*",
    "~out~",
    "`code`",
    "```",
    "- ",
    "* ",
    "> ",
    "1. ",
    "12. ",
    "https://shop.example/_a_/b*c*",
    "http://x.example/?q=1_2&r=~z~",
    "👨‍👩‍👧‍👦",
    "🇨🇳",
    "👍🏽",
    "e\u0301",
    "ᄒ\u1161\u11ab",
    "\u00a0",
    "\u3000",
    "*",
    "_",
    "~",
    "`",
    "5*3*2=30",
    "\u200d",
    "𠮷野家",
    "\r\n",
    "\t",
    ";",
    "…"
  };
  private static final String[] TYPES = {
    "image/png", "image/jpeg", "image/gif", "text/csv", "application/pdf", "application/zip", ""
  };

  final SplittableRandom random;

  AnyReply(long seed) {
    random = new SplittableRandom(seed);
  }

  String words(int longest) {
    int length = random.nextInt(8) == 0 ? 0 : random.nextInt(1, longest + 1);
    boolean dense = random.nextInt(6) == 0;
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(SCRAPS[random.nextInt(SCRAPS.length)]);
      if (dense) text.append("长".repeat(random.nextInt(40)));
    }
    return text.toString();
  }

  Reply next() {
    int longest = random.nextInt(12) == 0 ? 12_000 : random.nextInt(4) == 0 ? 1_500 : 120;
    return new Reply(
        Reply.Kind.values()[random.nextInt(3)], words(longest), choices(), link(), enclosure());
  }

  private List<Reply.Choice> choices() {
    int[] many = {0, 0, 0, 1, 2, 3, 4, 9, 10, 11, 12, 40, 120};
    var choices = new ArrayList<Reply.Choice>();
    int longest = new int[] {8, 18, 30, 110, 200}[random.nextInt(5)];
    int same = random.nextInt(12);
    for (int i = many[random.nextInt(many.length)]; i > 0; i--) {
      String data = same == 0 ? "twice" : same == 1 ? "" : "g1:" + choices.size() + ":0123456789";
      String label = same == 2 ? "same" : words(longest);
      choices.add(new Reply.Choice(label, data, Reply.Tone.PLAIN));
    }
    return choices;
  }

  private Reply.@Nullable Link link() {
    if (random.nextInt(4) > 0) return null;
    String url =
        random.nextInt(8) == 0 ? "/r/1" : "https://shop.example/r/" + random.nextInt(1_000);
    if (random.nextInt(20) == 0) url += "x".repeat(2_500);
    return new Reply.Link(words(random.nextInt(2) == 0 ? 10 : 60), url);
  }

  private Reply.@Nullable Enclosure enclosure() {
    if (random.nextInt(4) > 0) return null;
    long bytes = random.nextInt(3) == 0 ? random.nextLong(200_000_000) : random.nextInt(-1, 9_000);
    String type = TYPES[random.nextInt(TYPES.length)];
    return new Reply.Enclosure(words(300), type, Path.of(Long.toString(bytes)));
  }
}
