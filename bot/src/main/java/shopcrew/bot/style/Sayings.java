package shopcrew.bot.style;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that only address somebody or fill a sentence. They can be left out without its meaning
/// anything else, and only where they stand alone: the same letters are part of other words.
final class Sayings {
  private static final List<String> ADDRESSES =
      List.of(
          "亲爱的", "亲们", "亲亲", "亲", "宝贝", "宝宝", "宝子们", "宝子", "宝", "小姐姐", "小哥哥", "美女", "帅哥", "老板",
          "家人们", "家人", "老铁", "哥", "姐");
  private static final List<String> FILLERS =
      List.of("么么哒", "哈哈", "嘿嘿", "嘻嘻", "哈", "哦", "噢", "喔", "呀", "呢", "哟", "啊", "哒");
  private static final List<String> ENGLISH =
      List.of(
          "dear", "honey", "hon", "sweetie", "darling", "babe", "dude", "buddy", "mate", "guys",
          "haha", "lol", "yay");

  private static final String START = "(?:^|(?<=[。.！!？?～~，,；;\\n]))";
  private static final String PAUSE = "[，,！!～~、：:\\s]+";
  private static final String END = "(?=[，,。.！!？?～~；;…）)\\n]|$)";
  private static final String GREETING =
      "(?:好的|好|谢谢|多谢|是的|您好|你好|在的|在|嗯+|抱歉|不好意思|没问题|可以的|可以|有的|哈喽|欢迎|早上好|下午好|晚上好)";
  private static final String HELLO =
      "(?:hi|hello|hey|thanks|thank you|ok|okay|yes|no|sure|sorry|welcome|of course|great)";

  /// Made once for each of the words above.
  private static final Map<String, Pattern> MADE = new ConcurrentHashMap<>();

  private Sayings() {}

  /// Any Chinese one of them, as part of a pattern.
  static String chinese() {
    return Stream.concat(ADDRESSES.stream(), FILLERS.stream()).collect(Collectors.joining("|"));
  }

  /// Any English one.
  static String english() {
    return String.join("|", ENGLISH);
  }

  static String without(String text, String word) {
    if (FILLERS.contains(word)) {
      return gone("(?<=[\\p{L}\\p{N}，,])" + word + "+" + END, text);
    }
    if (ADDRESSES.contains(word)) {
      String pause = word.equals("亲爱的") ? "(?:" + PAUSE + ")?" : PAUSE;
      String plain = gone(START + "\\s*" + word + pause, text);
      return gone("(?<=" + START + GREETING + ")[，, ]?" + word + END, plain);
    }
    String pause = word.equals("dear") ? "[,!:~\\s]+" : "[,!:~]+\\s*";
    String plain =
        pattern(START + "(\\s*)" + word + "\\b" + pause + "(\\p{L}?)", text)
            .replaceAll(found -> found.group(1) + found.group(2).toUpperCase(Locale.ROOT));
    return gone("(?<=" + START + "\\s?" + HELLO + "),? " + word + END, plain);
  }

  private static String gone(String what, String text) {
    return pattern(what, text).replaceAll("");
  }

  private static Matcher pattern(String what, String text) {
    return MADE.computeIfAbsent(what, it -> Pattern.compile(it, Pattern.CASE_INSENSITIVE))
        .matcher(text);
  }
}
