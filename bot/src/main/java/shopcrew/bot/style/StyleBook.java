package shopcrew.bot.style;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Tastes;
import shopcrew.db.Tastes.Kind;
import shopcrew.db.Tastes.Taste;

/// What the owners said about how to write: noted when it is said, shown when they ask, taken back
/// with a tap.
public final class StyleBook {
  private static final Pattern TAP = Pattern.compile("taste:(\\d{1,9}):drop");
  private static final String HABITS = "(?:口味|写作习惯|写作要求|说话习惯|说话要求|说话方式|文风|语气要求|写法)";
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:你|你们)?(?:都)?(?:记住|记得|记|知道)(?:了|着|下)?(?:我|我们|咱们)?(?:的|定的)?(?:哪些|什么|多少|几条)"
              + HABITS
              + "(?:[/和、]"
              + HABITS
              + ")?|(?:我|我们|咱们)(?:都)?(?:有|定过|定了|提过|说过)(?:哪些|什么)"
              + HABITS
              + "|(?:看看?|看一下|列出|列一下)?(?:我|我们|咱们)的"
              + HABITS
              + "(?:有哪些|是什么|列一下|给我看看?)?|(?:what|which) (?:style|writing|tone)"
              + " (?:rules?|habits?|tastes?|wishes) do you"
              + " (?:keep|have|know|remember|follow)|(?:show|list)(?: me)?(?: the| my| our| your)?"
              + " (?:style|writing|tone) (?:rules|habits)|what do you (?:keep|know|remember)"
              + " (?:of|about) (?:my|our) (?:style|taste|writing)",
          Pattern.CASE_INSENSITIVE);
  private static final String END = "[。.！!？?~～ ]+$";

  private final Tastes tastes;
  private final InstantSource clock;
  private final boolean outside;
  private final Bundle words = new Bundle("style");

  /// @param outside whether another model than the house's own writes
  public StyleBook(HouseStyle style, InstantSource clock, boolean outside) {
    this.tastes = style.tastes();
    this.clock = clock;
    this.outside = outside;
  }

  /// What is said back, and what can be tapped under it.
  public record Said(String text, List<Button> buttons) {}

  /// An owner's words; empty: they are about something else.
  public Optional<Said> takes(String person, String text, String language) {
    String line = text.replaceAll("\\s+", " ");
    String said = line.replaceAll(END, "");
    if (ASKED.matcher(said).matches()) return Optional.of(all(language));
    List<Wanted> wanted = Wanted.in(line);
    if (wanted.isEmpty()) return Optional.empty();
    var lines = new ArrayList<String>();
    var buttons = new ArrayList<Button>();
    for (Wanted one : wanted) {
      Optional<Taste> kept = tastes.keep(one.kind(), one.word(), said, person, clock.instant());
      if (kept.isEmpty()) {
        Said full = all(language);
        lines.add(words.say(language, "full", "most", Tastes.MOST, "list", full.text()));
        return Optional.of(new Said(String.join("\n", lines), full.buttons()));
      }
      kept.ifPresent(
          taste -> {
            lines.add(words.say(language, key(taste), "word", taste.word(), "said", taste.said()));
            buttons.add(drop(taste, wanted.size() == 1 ? "undo" : "drop", language));
          });
    }
    return Optional.of(new Said(String.join("\n", lines), buttons));
  }

  /// What somebody is told who may not decide it; empty: it is about something else.
  public Optional<Said> refuses(String text, String language) {
    if (Wanted.in(text.replaceAll("\\s+", " ")).isEmpty()) return Optional.empty();
    return Optional.of(new Said(words.say(language, "owner"), List.of()));
  }

  /// What is said to the owner who tapped; empty: not a button of ours.
  public Optional<Said> tap(String person, boolean owner, String token, String language) {
    Matcher tap = TAP.matcher(token);
    if (!tap.matches()) return Optional.empty();
    if (!owner) return Optional.of(new Said(words.say(language, "owner"), List.of()));
    String text =
        tastes
            .drop(Integer.parseInt(tap.group(1)), person, clock.instant())
            .map(taste -> words.say(language, "dropped", "what", what(taste, language)))
            .orElseGet(() -> words.say(language, "was"));
    return Optional.of(new Said(text, List.of()));
  }

  private Said all(String language) {
    List<Taste> kept = tastes.kept();
    if (kept.isEmpty()) return new Said(words.say(language, "none"), List.of());
    var lines = new ArrayList<String>();
    lines.add(words.say(language, "list", "count", kept.size()));
    for (Taste taste : kept) {
      lines.add(
          words.say(
              language,
              taste.kind() == Kind.FREE ? "line.free" : "line",
              "number",
              taste.number(),
              "what",
              what(taste, language)));
    }
    return new Said(
        String.join("\n", lines),
        kept.stream().map(taste -> drop(taste, "drop", language)).toList());
  }

  private String key(Taste taste) {
    if (taste.kind() != Kind.FREE) return "kept." + taste.kind();
    return outside ? "kept.FREE" : "kept.FREE.house";
  }

  private String what(Taste taste, String language) {
    return words.say(language, "what." + taste.kind(), "word", taste.word(), "said", taste.said());
  }

  private Button drop(Taste taste, String key, String language) {
    return new Button(
        words.say(language, key, "number", taste.number()), "taste:" + taste.number() + ":drop");
  }
}
