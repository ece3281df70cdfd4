package shopcrew.bot.learning;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Levels;
import shopcrew.db.Levels.Level;
import shopcrew.roles.customerservice.Topic;

/// What an owner says about who speaks: on which subjects an answer is shown first, and whether the
/// team speaks at all.
final class Rein {
  private static final String SUBJECT = "(?:的问题|的回答|的答案|方面|这块|类|的)?[，, ]*";
  private static final Pattern FIRST =
      pattern(
          "(?:以后|今后)?(?:关于)?(.{1,20}?)"
              + SUBJECT
              + "(?:都|要|得|请)?先(?:发)?(?:给|让)我(?:看|过目|审|把关)(?:看|一?下|一眼|一遍|过)*(?:再(?:回|发|答|说).{0,6})?"
              + "|(?:please )?show me (?:the |all )?(?:answers?|replies|drafts?)(?: about| on| to)?"
              + " (.{1,40}?) (?:questions? )?first"
              + "|let me (?:see|check|read) (?:the |all )?(?:answers?|replies) (?:about|on|to)"
              + " (.{1,40}?) first");
  private static final Pattern BACK =
      pattern(
          "(?:以后|今后)?(.{1,20}?)"
              + SUBJECT
              + "先(?:回|答|发)(?:了|出去)?[，, ]*(?:再)?(?:让我|给我|我)(?:能|可以|要能)?撤回|answer (.{1,40}?)(?:"
              + " questions?)?,? but let me (?:recall|take) (?:it|them) ?(?:back)?");
  private static final Pattern DIRECT =
      pattern(
          "(?:以后|今后)?(.{0,20}?)"
              + SUBJECT
              + "(?:也|都|现在|你)?可以(?:自己|直接)(?:回答|答复|回复|答|回|发)(?:客人)?(?:了|吧)?"
              + "|(?:you (?:can|may) )?(?:now )?answer (.{0,40}?) ?(?:questions? )?"
              + "(?:directly|yourself|on your own)(?: again| now)?");
  private static final Pattern ASKED =
      pattern(
          "(?:哪些|什么)(?:回答|问题)?要?先(?:给|让)我看"
              + "|(?:which|what) answers do (?:you show me|i see) first");
  private static final Pattern SHADOW =
      pattern(
          "(?:你)?先(?:看着|旁听|跟着看)[，, ]*(?:先)?(?:别|不要|不用)(?:回|答|说话|吭声).{0,8}"
              + "|(?:见习|影子)模式(?:打开|开启|开)?|shadow(?: mode)?(?: on)?"
              + "|(?:just )?watch(?: and|,)? (?:do not|don't) (?:answer|reply)");
  private static final Pattern LIVE =
      pattern("(?:你)?可以上岗(?:了|吧)?|上岗吧?|(?:见习|影子)模式关(?:闭|掉)?|go live|shadow(?: mode)? off");

  private final Levels levels;
  private final Bundle words;

  Rein(Levels levels, Bundle words) {
    this.levels = levels;
    this.words = words;
  }

  /// What is said to the owner; empty: not meant for it.
  Optional<String> takes(String text, String language) {
    if (SHADOW.matcher(text).matches()) return Optional.of(shadow(true, language));
    if (LIVE.matcher(text).matches()) return Optional.of(shadow(false, language));
    if (ASKED.matcher(text).matches()) return Optional.of(shown(language));
    String named = named(DIRECT, text);
    if (named != null) return sets(named, Level.SEND, language);
    named = named(BACK, text);
    if (named != null) return sets(named, Level.RECALL, language);
    named = named(FIRST, text);
    return named == null ? Optional.empty() : sets(named, Level.DRAFT, language);
  }

  private String shadow(boolean on, String language) {
    if (levels.shadow() == on) return words.say(language, on ? "shadow.is_on" : "shadow.is_off");
    levels.setShadow(on);
    return words.say(language, on ? "shadow.on" : "shadow.off");
  }

  private Optional<String> sets(String named, Level level, String language) {
    Set<Topic> topics = Topic.named(named);
    if (named.isBlank()) {
      topics = EnumSet.allOf(Topic.class);
      topics.removeIf(topic -> levels.of(topic.name()).level() == Level.SEND);
      if (topics.isEmpty()) return Optional.of(words.say(language, "level.all"));
    }
    if (topics.isEmpty()) return Optional.empty();
    topics.forEach(topic -> levels.set(topic.name(), level));
    return Optional.of(
        words.say(language, "level.set." + level, "topics", names(topics, language)));
  }

  private String shown(String language) {
    Set<Topic> strict = EnumSet.allOf(Topic.class);
    strict.removeIf(topic -> levels.of(topic.name()).level() == Level.SEND);
    if (strict.isEmpty()) return words.say(language, "level.all");
    return words.say(
        language,
        "level.list",
        "lines",
        strict.stream()
            .map(
                topic ->
                    words.say(
                        language,
                        "level.line." + levels.of(topic.name()).level(),
                        "topic",
                        words.say(language, "topic." + topic)))
            .collect(Collectors.joining("\n")));
  }

  private String names(Set<Topic> topics, String language) {
    return topics.stream()
        .map(topic -> words.say(language, "topic." + topic))
        .collect(Collectors.joining(words.say(language, "and")));
  }

  /// The subject as it was named, empty where all are meant; null where it was not said.
  private static @Nullable String named(Pattern pattern, String text) {
    Matcher said = pattern.matcher(text);
    if (!said.matches()) return null;
    for (int i = 1; i <= said.groupCount(); i++) {
      String group = said.group(i);
      if (group != null) return group.strip();
    }
    return "";
  }

  private static Pattern pattern(String words) {
    return Pattern.compile("(?:" + words + ")[。.！!？? ]*", Pattern.CASE_INSENSITIVE);
  }
}
