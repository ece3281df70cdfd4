package shopcrew.bot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Transcript;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.model.Models;
import shopcrew.bot.sandbox.SandboxAds;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;
import shopcrew.roles.Message;

/// A story in the terminal, from a script of what people say, tap and wait for. Nothing in it is
/// canned: every answer is the team's own, and the story ends with a fault if one of them is not
/// what the script expects.
///
/// A script's line is `= a scene`, `mei: words`, `mei [a button]`, `mei [^its oldest one]`,
/// `mei # digits on the keypad`, `mei < words|that|were heard`, `wait 2m`, or `platform off`.
public final class Story {
  public static final Set<String> NAMES = Set.of("day", "counter", "money");

  private static final Pattern SAYS = Pattern.compile("(\\w+): (.+)");
  private static final Pattern TAPS = Pattern.compile("(\\w+) \\[(\\^?)(.+)]");
  private static final Pattern PRESSES = Pattern.compile("(\\w+) # (\\d+)");
  private static final Pattern HEARS = Pattern.compile("(\\w+) < (.+)");
  private static final Pattern WAITS = Pattern.compile("wait (\\d+)([smh])");
  private static final Duration STEP = Duration.ofSeconds(45);

  private final PrintStream out;
  private final String name;
  private final String language;
  private final Bundle words = new Bundle("story");
  private final Bundle authors = new Bundle("channel");
  private final Map<String, Conversation> phones = new LinkedHashMap<>();
  private final Map<String, List<Line>> heard = new LinkedHashMap<>();
  private final Map<String, Integer> sceneFrom = new LinkedHashMap<>();
  private int said;

  public Story(PrintStream out, String name, String language) {
    this.out = out;
    this.name = name;
    this.language = language.startsWith("zh") ? "zh" : "en";
  }

  /// A step of the story that did not come out.
  public static final class Broken extends RuntimeException {
    Broken(String why) {
      super(why);
    }
  }

  public void play(Path home) throws IOException {
    var pace = InstantSource.fixed(Instant.EPOCH);
    Channel voices = new Transcript(this::hear);
    var means = new Shop.Means(Runnable::run, List.of(voices), Models.house());
    try (Demo demo = Demo.open(home, pace, means)) {
      phones.put("customer", demo.customer(voices.name(), "customer"));
      phones.put("guest", demo.customer(voices.name(), "guest"));
      phones.put("mei", demo.phone(voices.name(), Demo.MEI));
      phones.put("jun", demo.phone(voices.name(), Demo.JUN));
      for (Conversation phone : phones.values()) {
        boolean abroad = phone.equals(phones.get("guest"));
        demo.shop().rooms().conversations().speaks(phone.id(), abroad ? "en" : language);
        String person = phone.person();
        if (person != null) demo.shop().rooms().people().speaks(person, language);
      }
      Path off = SandboxAds.offSwitch(home.resolve("sandbox-ads.db"));
      for (String line : script()) act(demo, line.strip(), off);
    }
    out.println();
    out.println(words.say(language, "end." + name));
  }

  private List<String> script() {
    String file = "/stories/" + name + "." + language + ".txt";
    try (InputStream in = Objects.requireNonNull(Story.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void act(Demo demo, String line, Path off) throws IOException {
    var says = SAYS.matcher(line);
    var taps = TAPS.matcher(line);
    var presses = PRESSES.matcher(line);
    var hears = HEARS.matcher(line);
    var waits = WAITS.matcher(line);
    if (line.isEmpty() || line.startsWith("#")) return;
    if (line.startsWith("= ")) scene(line.substring(2));
    else if (says.matches()) says(demo, says.group(1), says.group(2));
    else if (taps.matches()) {
      demo.clock().moveOn(Duration.ofSeconds(5));
      boolean oldest = !taps.group(2).isEmpty();
      tap(demo, taps.group(1), button(taps.group(1), taps.group(3), oldest), true);
    } else if (presses.matches()) press(demo, presses.group(1), presses.group(2));
    else if (hears.matches()) expect(hears.group(1), hears.group(2));
    else if (waits.matches()) {
      walk(
          demo,
          Duration.parse(
              "PT" + waits.group(1) + waits.group(2).toUpperCase(java.util.Locale.ROOT)));
    } else if (line.equals("platform off")) {
      Files.createFile(off);
      out.println(words.say(language, "platform.off"));
    } else if (line.equals("platform on")) {
      Files.delete(off);
      out.println(words.say(language, "platform.on"));
    } else throw new Broken("the script says: " + line);
  }

  private void scene(String title) {
    heard.forEach((who, lines) -> sceneFrom.put(who, lines.size()));
    out.println();
    out.println("— " + title + " —");
  }

  private void says(Demo demo, String who, String text) {
    out.println(words.say(language, "who." + who) + "：" + text);
    Conversation phone = phone(demo, who);
    var message = new Message.Text(demo.shop().router().speaker(phone), text);
    demo.shop().reception().receive(phone.id(), "said-" + said++, message);
    demo.shop().tick();
  }

  private record Choice(Button button, long line) {}

  private void tap(Demo demo, String who, Choice choice, boolean shown) {
    if (shown) {
      out.println(words.say(language, "who." + who) + " [" + choice.button().label() + "]");
    }
    Conversation phone = phone(demo, who);
    var tap =
        new Message.Tap(
            demo.shop().router().speaker(phone),
            choice.line(),
            choice.button().token(),
            choice.button().label());
    demo.shop().reception().receive(phone.id(), "said-" + said++, tap);
    demo.shop().tick();
  }

  private void press(Demo demo, String who, String digits) {
    out.println(words.say(language, "who." + who) + " " + "●".repeat(digits.length()));
    for (char digit : digits.toCharArray()) {
      tap(demo, who, button(who, String.valueOf(digit), false), false);
    }
  }

  /// Time goes on in small steps, so that what falls due on the way is done in its order.
  private void walk(Demo demo, Duration time) {
    out.println(words.say(language, "wait", "minutes", Math.ceilDiv(time.toSeconds(), 60)));
    Duration left = time;
    while (left.isPositive()) {
      Duration step = left.compareTo(STEP) < 0 ? left : STEP;
      demo.clock().moveOn(step);
      demo.shop().tick();
      left = left.minus(step);
    }
  }

  private Choice button(String who, String label, boolean oldest) {
    List<Line> lines = heard.getOrDefault(who, List.of());
    for (Line line : oldest ? lines : lines.reversed()) {
      for (Button button : line.buttons()) {
        if (button.label().contains(label)) return new Choice(button, line.seq());
      }
    }
    throw new Broken(who + " sees no button " + label);
  }

  private void expect(String who, String wanted) {
    List<Line> lines = heard.getOrDefault(who, List.of());
    boolean found =
        lines.stream()
            .skip(sceneFrom.getOrDefault(who, 0))
            .anyMatch(
                line -> List.of(wanted.split("\\|")).stream().allMatch(line.text()::contains));
    if (!found) throw new Broken(who + " did not hear \"" + wanted + "\"");
  }

  private Conversation phone(Demo demo, String who) {
    Conversation phone = phones.get(who);
    if (phone == null) throw new Broken("there is no phone of " + who);
    return demo.shop().rooms().conversations().find(phone.id()).orElseThrow();
  }

  private void hear(Conversation phoned, Line line) {
    phones.forEach(
        (who, phone) -> {
          if (!phone.id().equals(phoned.id())) return;
          heard.computeIfAbsent(who, _ -> new ArrayList<>()).add(line);
          String author = authors.say(language, "author." + line.author());
          String to = words.say(language, "who." + who);
          out.println("    %s → %s".formatted(author, to));
          out.println("      " + line.text().replace("\n", "\n      "));
          boolean pad = line.kind().equals("keypad");
          if (pad) out.println("      [1][2][3] [4][5][6] [7][8][9] [0]");
          else for (Button button : line.buttons()) out.println("      [" + button.label() + "]");
        });
  }
}
