package shopcrew.bot.channel.telegram;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Reply.Choice;
import shopcrew.bot.channel.Reply.Enclosure;
import shopcrew.bot.channel.Reply.Kind;
import shopcrew.bot.channel.Reply.Link;
import shopcrew.bot.channel.Reply.Tone;

/// Replies that nobody would write, the same ones for the same seed.
final class RandomReplies {
  private static final String[] WORDS = {
    "露营车",
    "今天",
    "卖了",
    "twelve",
    "sold",
    "SKU-40-B",
    "1,200.00",
    "👩‍👩‍👧‍👦",
    "🇨🇳",
    "👍🏽",
    "e\u0301",
    "*bold*",
    "_x_",
    "[a](b)",
    "<b>",
    "`",
    "\\",
    "/stop",
    "@CampShopBot",
    "https://shop.example/a?b=c_d",
    "\ud83d",
    "\udc4d",
    "\u0000",
    "\u200b",
    "\u00a0",
    "\u3000",
    "\u202e",
    "\u2800",
    "ก็",
    "हिन्दी"
  };
  private static final String[] STOPS = {
    "。", "！", "？", "…", "；", ". ", "! ", "? ", "\n", "\r\n", "\n\n", "，", ", ", " ", "", "", "。”",
    ".) "
  };

  private final SplittableRandom random;

  RandomReplies(long seed) {
    random = new SplittableRandom(seed);
  }

  Reply next() {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    return new Reply(kind, text(length()), choices(), link(), enclosure());
  }

  /// Near the limits, often.
  private int length() {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> random.nextInt(12_000);
      case 2 -> 4_080 + random.nextInt(40);
      case 3 -> 1_010 + random.nextInt(30);
      default -> random.nextInt(300);
    };
  }

  private String text(int length) {
    boolean unbroken = random.nextInt(8) == 0;
    String one = WORDS[random.nextInt(WORDS.length)];
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(unbroken ? one : WORDS[random.nextInt(WORDS.length)]);
      if (!unbroken) text.append(STOPS[random.nextInt(STOPS.length)]);
    }
    return text.toString();
  }

  private List<Choice> choices() {
    int count =
        switch (random.nextInt(8)) {
          case 0, 1 -> 0;
          case 2 -> 12;
          case 3 -> 95 + random.nextInt(20);
          default -> random.nextInt(8);
        };
    var choices = new ArrayList<Choice>();
    for (int i = 0; i < count; i++) {
      String label = text(random.nextInt(12) == 0 ? random.nextInt(200) : random.nextInt(20));
      var tone = Tone.values()[random.nextInt(Tone.values().length)];
      choices.add(new Choice(label, data(i), tone));
    }
    return choices;
  }

  private String data(int number) {
    String head = number + ":";
    return switch (random.nextInt(12)) {
      case 0 -> head + "x".repeat(64 - head.length());
      case 1 -> head + "店".repeat((64 - head.length()) / 3);
      case 2 -> head + "x".repeat(65 - head.length());
      case 3 -> "";
      default -> head + "t" + random.nextInt(1_000_000);
    };
  }

  private @Nullable Link link() {
    return switch (random.nextInt(6)) {
      case 0 -> new Link("打开", "https://shop.example/owner#a");
      case 1 -> new Link(text(20), "http://localhost:8080/owner");
      case 2 -> new Link("Open", "not an address");
      default -> null;
    };
  }

  private @Nullable Enclosure enclosure() {
    String[] types = {"image/png", "image/jpeg", "application/pdf", "text/csv", "image/svg+xml"};
    if (random.nextInt(4) > 0) return null;
    long bytes = random.nextLong(120_000_000) - 1_000_000;
    if (random.nextBoolean()) bytes = random.nextLong(1, 9_000_000);
    return new Enclosure("月报.pdf", types[random.nextInt(types.length)], Path.of(bytes + ""));
  }

  /// The name of each file says its size.
  static long size(Path file) {
    return Long.parseLong(file.toString());
  }
}
