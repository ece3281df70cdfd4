package shopcrew.bot.style;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shopcrew.db.Tastes.Kind;

/// What an owner wants of the team's writing, in so many words: only where the whole sentence is
/// about how we write. Rules of the shop sound alike and are not meant.
///
/// @param word the one to be left out, or empty
record Wanted(Kind kind, String word) {
  private static final int LONGEST = 60;
  private static final int LONGEST_WORD = 12;

  private static final String LEAD =
      "(?:以后|今后|往后|从现在起|从今天起|从今以后|请你?|麻烦你?|记得|记住|注意|你们?|咱们|我们|大家|都|一律|统一"
          + "|(?:跟|和|对|给|回复?|答复|面对)(?:客人|顾客|客户|买家|人家|他们)|说话|聊天|讲话|沟通|回话|回复|回答"
          + "|回消息|答复|写字|打字|写|说|话里|句子里|消息里|的时候|时候|时|里|中|也|就|要|[，,：:、\\s])*";
  private static final String NO = "(?:不要|不用|不许|不准|不能|不可以|别|甭|少|禁止|避免)(?:再|老是|老|总是|总|动不动就|随便)?";
  private static final String USE = "(?:用|使用|加|带|发|打|写|出现|有|放)?(?:任何|那么多|这么多|太多|一堆)?";
  private static final String TAIL = "(?:之类的|什么的|了|啦|吧|啊|行吗|好吗|好不好|可以吗|谢谢|[，, ])*";
  private static final String OPEN = "[“\"'‘「]?";
  private static final String CLOSE = "[”\"'’」]?";
  private static final String SAY =
      NO
          + "(?:说|叫|喊|称呼?|用|带|加|出现|写|讲|管)(?:客人|人家|顾客|客户|别人|他们|她们|大家)?"
          + "(?:为|叫|说|是|作|做|成|用)?(?:什么|那个|这个)?";
  private static final String CALLED = "(?:(?:这个|那个|这种|这类|这样的)?(?:字|词|话|称呼|叫法|语气词|字眼|口头禅))?";

  private static final String ENGLISH_LEAD =
      "(?:please|from now on|in (?:the )?future|when (?:you )?(?:write|writing|talk|talking|speak"
          + "|speaking|reply|replying|answer|answering)(?: (?:to )?(?:customers|people|them))?"
          + "|(?:with|to) customers|in (?:your |the |our )?(?:replies|answers|messages)|and|[, ])*";
  private static final String ENGLISH_NO =
      "(?:no(?: more)?|don'?t(?: ever)?|do not|never|stop|avoid|without)";
  private static final String ENGLISH_USE =
      "(?: (?:use|using|put|putting|add|adding|send|sending|write|writing))?"
          + "(?: any| so many| the| too many)?";
  private static final String ENGLISH_TAIL =
      "(?:,? ?(?:please|any ?more|again|ever|thanks|thank you|(?:with|to|for) customers"
          + "|when (?:you )?(?:write|writing|talk|talking|reply|replying|answer|answering)"
          + "|in (?:your |the |our )?(?:replies|answers|messages|texts)|from now on))*";

  private static final Pattern NO_EXCLAMATION =
      pattern(
          LEAD + NO + USE + "(?:感叹号|惊叹号|叹号|[！!]+)" + TAIL,
          LEAD + "(?:感叹号|惊叹号|叹号)(?:都|就|一律)?" + NO + "用?" + TAIL,
          ENGLISH_LEAD
              + ENGLISH_NO
              + ENGLISH_USE
              + " (?:exclamation (?:marks?|points?)|exclamations)"
              + ENGLISH_TAIL);
  private static final String EMOJI = "(?:表情符号|表情包|小表情|表情|颜文字|小图标|emojis?)";
  private static final Pattern NO_EMOJI =
      pattern(
          LEAD + NO + USE + EMOJI + TAIL,
          LEAD + EMOJI + "(?:都|就|一律)?" + NO + "[用发]?" + TAIL,
          ENGLISH_LEAD
              + ENGLISH_NO
              + ENGLISH_USE
              + " (?:emojis?|emoticons?|smileys?)"
              + ENGLISH_TAIL);
  private static final Pattern POLITE_YOU =
      pattern(
          LEAD
              + "(?:要|得|请|必须|一定要)?(?:称呼?|叫|管|对|跟)?(?:客人|顾客|客户|人家|大家)?(?:要|都|得|一律)?"
              + "(?:用|称呼?|叫|说)(?:客人|顾客|客户|人家|大家)?(?:为|成|作|做)?"
              + OPEN
              + "您"
              + CLOSE
              + "(?:来)?(?:称呼|相称|这个字|字)?(?:客人|顾客|客户)?(?:[，,]?"
              + NO
              + "[用说叫]?"
              + OPEN
              + "你"
              + CLOSE
              + ")?"
              + TAIL,
          LEAD
              + NO
              + "(?:说|用|叫客人|称呼客人)?"
              + OPEN
              + "你"
              + CLOSE
              + "[，,]?(?:要|都|一律|请|改)*[用说叫称]?"
              + OPEN
              + "您"
              + CLOSE
              + TAIL,
          LEAD + "(?:要)?用(?:敬称|尊称)" + TAIL,
          ENGLISH_LEAD + "(?:call|address) customers (?:as |with )?" + OPEN + "您" + CLOSE);
  private static final Pattern NEVER =
      pattern(
          LEAD
              + SAY
              + OPEN
              + "((?:"
              + Sayings.chinese()
              + ")(?:[”\"'’」]?[、，,和或/跟]?[“\"'‘「]?(?:"
              + Sayings.chinese()
              + "))*)"
              + CLOSE
              + CALLED
              + TAIL,
          ENGLISH_LEAD
              + "(?:never|don'?t(?: ever)?|do not|stop|avoid) (?:(?:say|use|write|call|saying|using"
              + "|writing|calling)(?: customers| them| people| anyone| anybody)?)? ?(?:the word )?"
              + OPEN
              + "("
              + Sayings.english()
              + ")"
              + CLOSE
              + ENGLISH_TAIL);
  private static final Pattern SAYING =
      Pattern.compile(Sayings.chinese() + "|" + Sayings.english(), Pattern.CASE_INSENSITIVE);

  private static final String LIKE =
      "(?:短|简短|简洁|简单|精简|精炼|干脆|利落|直接|热情|亲切|温柔|温和|客气|礼貌|正式|随意|随和|活泼|轻松|俏皮|专业"
          + "|稳重|自然|口语化?|接地气|文雅|耐心|平和|冷静|谦虚|有人情味)";
  private static final String TOO_MUCH =
      "(?:长|啰嗦|罗嗦|客套|客气|生硬|冷淡|官方|正式|肉麻|热情|随便|机械|死板|油腻|夸张|书面|文绉绉)";
  private static final Pattern FREE =
      pattern(
          LEAD
              + "(?:语气|口气|语调|文风|措辞|话|句子|说话|回复|回答|答复|(?:写|说|回|讲)得)(?:要|再|更|尽量|都|得"
              + "|可以|能不能|可不可以|请)*"
              + LIKE
              + "(?:[、，,]?"
              + LIKE
              + ")*(?:一?点儿?|一?些)?(?:就行|就好)?"
              + TAIL,
          LEAD + NO + "(?:说|写|回|讲)?得?(?:太|这么|那么|过于)" + TOO_MUCH + TAIL,
          LEAD + "(?:多用|要用|请用|用)(?:敬语|礼貌用语|口语|书面语|大白话|白话|短句)" + TAIL,
          LEAD + SAY + "[“\"'‘「].{1," + LONGEST_WORD + "}[”\"'’」]" + CALLED + TAIL,
          ENGLISH_LEAD
              + "keep (?:it|them|your (?:answers|replies|messages|sentences)|answers|replies"
              + "|messages|sentences) (?:short|shorter|brief|simple|simpler|plain|friendly|polite"
              + "|formal|warm)"
              + ENGLISH_TAIL,
          ENGLISH_LEAD
              + "(?:be|sound|write|speak|reply|answer|talk)(?: (?:a )?(?:bit|little))?(?: more|"
              + " less)?"
              + " (?:short|shorter|brief|briefly|warm|warmer|warmly|friendly|friendlier|formal"
              + "|formally|polite|politely|casual|casually|simply|concise|concisely|natural"
              + "|naturally)"
              + ENGLISH_TAIL,
          ENGLISH_LEAD
              + "(?:don'?t|do not) (?:be|sound|write) (?:so|too) (?:formal|long|stiff|cold|pushy"
              + "|casual|wordy)"
              + ENGLISH_TAIL,
          ENGLISH_LEAD
              + "use (?:short|shorter|simple|plain) (?:sentences|words|language)"
              + ENGLISH_TAIL,
          ENGLISH_LEAD
              + "(?:never|don'?t|do not|avoid|stop) (?:say|use|write|saying|using|writing)"
              + " (?:the words? )?[“\"'‘].{1,30}[”\"'’]"
              + ENGLISH_TAIL);

  /// Empty: it is about something else.
  static List<Wanted> in(String text) {
    if (text.length() > LONGEST) return List.of();
    if (NO_EXCLAMATION.matcher(text).matches()) return List.of(of(Kind.NO_EXCLAMATION));
    if (NO_EMOJI.matcher(text).matches()) return List.of(of(Kind.NO_EMOJI));
    if (POLITE_YOU.matcher(text).matches()) return List.of(of(Kind.POLITE_YOU));
    Matcher never = NEVER.matcher(text);
    if (never.matches()) {
      String words =
          Stream.of(never.group(1), never.group(2)).filter(Objects::nonNull).findFirst().orElse("");
      return SAYING
          .matcher(words)
          .results()
          .map(word -> new Wanted(Kind.NEVER_WORD, word.group().toLowerCase(Locale.ROOT)))
          .distinct()
          .toList();
    }
    return FREE.matcher(text).matches() ? List.of(of(Kind.FREE)) : List.of();
  }

  private static Wanted of(Kind kind) {
    return new Wanted(kind, "");
  }

  private static Pattern pattern(String... ways) {
    return Pattern.compile(
        "(?:" + String.join("|", ways) + ")[。.！!？?~～ ]*", Pattern.CASE_INSENSITIVE);
  }
}
