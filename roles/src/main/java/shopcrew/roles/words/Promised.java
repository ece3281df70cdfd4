package shopcrew.roles.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Something that a person of the shop says they will do, with the time by which it is due: 明天发,
/// 下午给您回电话, "I'll call you back", "within 2 days". A sentence that asks, that refuses or that
/// tells what was done is none.
public record Promised(String words, Instant due) {
  private static final int MOST = 3;
  private static final int LONGEST = 80;
  private static final Duration SOON = Duration.ofHours(2);
  private static final int LONGEST_DAYS = 60;
  private static final LocalTime DAY_ENDS = LocalTime.of(18, 0);
  private static final LocalTime EVENING_ENDS = LocalTime.of(21, 0);
  private static final LocalTime TOO_LATE_FOR_TODAY = LocalTime.of(16, 0);
  private static final LocalTime NOON = LocalTime.of(12, 0);

  private static final Pattern SENTENCES = Pattern.compile("(?<=[。！!？?；;\\n])|(?<=\\.)\\s");
  private static final Pattern NO =
      Pattern.compile(
          "[?？]|吗|不(?:能|会|行|发|寄|退|送|换|补|包|用|要|接)|没法|没办法|如果|要是|的话|包退|一般|通常|规定"
              + "|已经?经?(?:发|寄|退|补|打|联系)|(?:发|寄|退|补)了|\\b(?:not|never|if|unless|already|usually|normally|can't"
              + "|won't|cannot|don't)\\b");
  private static final Pattern ACT =
      Pattern.compile(
          "发(?!现|生|觉|票)|寄|补|退|换|送|回(?:您|你|电|话|复|消息)|打(?:个?电话|给)|联系|告诉|通知|答复|确认|查|问(?!题)|处理|安排|做好|弄好|准备好|给[您你]"
              + "|\\b(?:ships?|send|sent|posted|dispatch\\w*|call|ring|phone|reply|answer|write|email|get"
              + " back|come back|let you"
              + " know|deliver\\w*|refund|replace|check|confirm|arrange|ready|look into|goes"
              + " out)\\b");
  private static final Pattern WE =
      Pattern.compile(
          "给[您你](?:回|打|发|补发|补寄|寄|查|问)|再(?:回复|答复|回|联系)[您你]|我.{0,6}(?:联系|通知|告诉)[您你]|\\b(?:i|we)(?:'ll|"
              + " will| shall|'m going to|'re going to)\\b|\\b(?:come|get) back to you\\b");
  private static final Pattern VAGUE =
      Pattern.compile(
          "回头|稍后|稍等|待会|一会|等会|晚点|马上|尽快|这就|立刻|\\b(?:soon|shortly|later|right away|asap|in a"
              + " (?:moment|minute|bit|while))\\b");
  private static final Pattern AFTER =
      Pattern.compile(
          "(?<n>\\d{1,3}|半|[一两二三四五六七八九十]{1,3})\\s?个?(?:(?<zm>分钟)|(?<zh>小时|钟头)|(?<zd>天|日|工作日)|(?<zw>周|星期|礼拜))(?:之?内|以内|之?后|左右)|\\b(?:within|in)(?:"
              + " the next)? (?<e>\\d{1,3}|an?|one|two|three|four|five|six|seven|ten|half an)"
              + " (?:working |business"
              + " )?(?:(?<em>minutes?|mins?)|(?<eh>hours?)|(?<ed>days?)|(?<ew>weeks?))\\b");
  private static final Pattern EARLY_TOMORROW = Pattern.compile("明早|明儿");
  private static final Pattern TODAY =
      Pattern.compile("今早|今晚|今儿|下班前|\\bthis (?:morning|afternoon|evening)\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d.])(?!一点)(?<h>\\d{1,2}|[一二两三四五六七八九十]{1,2})(?:点钟?(?<half>半)?|[:时](?<m>\\d{2}))|\\b(?:at|by|before|until)"
              + " (?<eh>\\d{1,2})(?::(?<em>\\d{2}))? ?(?<ap>[ap]\\.?m)?\\b");
  private static final Pattern MORNING = Pattern.compile("早上|上午|明早|今早|\\bmorning\\b");
  private static final Pattern MIDDAY = Pattern.compile("中午|\\bnoon\\b");
  private static final Pattern AFTERNOON = Pattern.compile("下午|下班前|\\bafternoon\\b");
  private static final Pattern EVENING = Pattern.compile("晚上|今晚|明晚|\\bevening\\b|\\btonight\\b");

  /// At most three, in their order.
  public static List<Promised> in(String typed, Instant now, ZoneId zone) {
    var all = new ArrayList<Promised>();
    for (String sentence : SENTENCES.split(typed)) {
      if (sentence.isBlank() || all.size() == MOST) continue;
      Instant due = due(Normal.text(sentence), LocalDateTime.ofInstant(now, zone), zone);
      if (due != null) all.add(new Promised(shortened(sentence), due));
    }
    return List.copyOf(all);
  }

  private static @Nullable Instant due(String text, LocalDateTime now, ZoneId zone) {
    if (NO.matcher(text).find() || !ACT.matcher(text).find()) return null;
    boolean ours = WE.matcher(text).find();
    Matcher after = AFTER.matcher(text);
    LocalDateTime due = after.find() ? after(after, now) : named(text, now);
    if (due == null && VAGUE.matcher(text).find()) due = now.plus(SOON);
    if (due == null && ours) {
      boolean today = now.toLocalTime().isBefore(TOO_LATE_FOR_TODAY);
      due = today ? now.with(DAY_ENDS) : now.plusDays(1).with(NOON);
    }
    if (due == null || due.isAfter(now.plusDays(LONGEST_DAYS))) return null;
    return (due.isAfter(now) ? due : later(now)).atZone(zone).toInstant();
  }

  private static @Nullable LocalDateTime after(Matcher after, LocalDateTime now) {
    boolean chinese = after.group("n") != null;
    String number = chinese ? after.group("n") : after.group("e");
    boolean half = number.equals("半") || number.equals("half an");
    int count = half ? 0 : Numbers.small(number);
    if (count < 0) return null;
    if (after.group("zm") != null || after.group("em") != null) {
      return half ? null : now.plusMinutes(count);
    }
    if (after.group("zh") != null || after.group("eh") != null) {
      return half ? now.plusMinutes(30) : now.plusHours(count);
    }
    boolean weeks = after.group("zw") != null || after.group("ew") != null;
    return now.plusDays(weeks ? 7L * count : count).with(DAY_ENDS);
  }

  /// The day, the part of it or the hour that is named; null where none is, or where it is over.
  private static @Nullable LocalDateTime named(String text, LocalDateTime now) {
    LocalDate day = day(text, now.toLocalDate());
    LocalTime hour = hour(text);
    if (day == null && hour == null) return null;
    LocalDate on = day == null ? now.toLocalDate() : day;
    LocalDateTime due = on.atTime(hour == null ? DAY_ENDS : hour);
    if (due.isAfter(now)) return due;
    if (day == null) return due.plusDays(1);
    return on.equals(now.toLocalDate()) ? later(now) : null;
  }

  /// "Today" that is said in the evening is due before the day is over.
  private static LocalDateTime later(LocalDateTime now) {
    boolean early = now.toLocalTime().isBefore(EVENING_ENDS);
    return early ? now.with(EVENING_ENDS) : now.with(LocalTime.of(23, 59));
  }

  private static @Nullable LocalDate day(String text, LocalDate today) {
    if (EARLY_TOMORROW.matcher(text).find()) return today.plusDays(1);
    List<Mention> days = Mentions.in(text, today, Mention.Side.COMING);
    if (!days.isEmpty()) return days.getFirst().last();
    return TODAY.matcher(text).find() ? today : null;
  }

  private static @Nullable LocalTime hour(String text) {
    boolean late = AFTERNOON.matcher(text).find() || EVENING.matcher(text).find();
    Matcher clock = CLOCK.matcher(text);
    while (clock.find()) {
      String said = clock.group("h") != null ? clock.group("h") : clock.group("eh");
      String minutes = clock.group("m") != null ? clock.group("m") : clock.group("em");
      String side = clock.group("ap");
      if (clock.group("eh") != null && minutes == null && side == null) continue; // by 5 December
      int hour = Numbers.small(said);
      if (hour < 12 && (late || (side != null && side.startsWith("p")))) hour += 12;
      int minute =
          clock.group("half") != null ? 30 : minutes == null ? 0 : Integer.parseInt(minutes);
      if (hour >= 0 && hour < 24 && minute < 60) return LocalTime.of(hour, minute);
    }
    if (MORNING.matcher(text).find()) return NOON;
    if (MIDDAY.matcher(text).find()) return LocalTime.of(13, 0);
    if (AFTERNOON.matcher(text).find()) return DAY_ENDS;
    return EVENING.matcher(text).find() ? EVENING_ENDS : null;
  }

  private static String shortened(String sentence) {
    String line = sentence.strip().replaceAll("\\s+", " ").replaceAll("[。.;；,，]+$", "");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
