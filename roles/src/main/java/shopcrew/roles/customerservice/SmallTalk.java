package shopcrew.roles.customerservice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Which friendly sentence fits.
final class SmallTalk {
  private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(
        "talk_robot",
        Pattern.compile(
            "(?i)机器人|真人|是人吗|人工智能|\\bai\\b|robot|bot\\b|human|real"
                + " person|humano|робот|ロボット|人間|mensch"));
    KINDS.put(
        "talk_thanks",
        Pattern.compile(
            "(?i)谢|多谢|感谢|辛苦|thank|thx|cheers|gracias|спасибо|ありがと|danke|merci|obrigad|grazie|감사|고마|شكر"));
    KINDS.put(
        "talk_bye",
        Pattern.compile(
            "(?i)再见|拜拜|晚安|周末愉快|节日快乐|新年好|快乐|愉快|bye|good night|have a (?:nice|good|great)|see"
                + " you|weekend|adiós|hasta|до свидания|さようなら|tschüss|au revoir"));
    KINDS.put(
        "talk_off_topic",
        Pattern.compile(
            "(?i)天气|写(?:一?首|个|一?篇)|作业|代码|股票|彩票|讲个|笑话|翻译|weather|poem|joke|code|homework|stock"
                + " market|essay|recipe|president"));
  }

  private SmallTalk() {}

  static String about(String message) {
    for (var kind : KINDS.entrySet()) {
      if (kind.getValue().matcher(message).find()) return kind.getKey();
    }
    return "talk_hello";
  }
}
