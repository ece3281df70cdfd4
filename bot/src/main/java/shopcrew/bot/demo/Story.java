package shopcrew.bot.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Transcript;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.model.Models;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;
import shopcrew.roles.Message;

/// The main story in the terminal: a question, a wish for a discount, advice, a spend from proposal
/// to receipt, and STOP. Nothing in it is canned: every answer is the team's own, and the story
/// ends with a fault if one of them is not what it should be.
public final class Story {
  private final PrintStream out;
  private final String language;
  private final Bundle words = new Bundle("story");
  private final Bundle authors = new Bundle("channel");
  private final Map<String, Conversation> phones = new LinkedHashMap<>();
  private final Map<String, List<Line>> heard = new LinkedHashMap<>();
  private int said;

  public Story(PrintStream out, String language) {
    this.out = out;
    this.language = language;
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
      phones.put("mei", demo.phone(voices.name(), Demo.MEI));
      phones.put("jun", demo.phone(voices.name(), Demo.JUN));
      for (Conversation phone : phones.values()) {
        demo.shop().rooms().conversations().speaks(phone.id(), language);
        String person = phone.person();
        if (person != null) demo.shop().rooms().people().speaks(person, language);
      }
      play(demo);
    }
  }

  private void play(Demo demo) {
    scene("question");
    says(demo, "customer", "question.says");
    expect("customer", "question.expects");

    scene("discount");
    says(demo, "customer", "discount.says");
    expect("customer", "discount.expects");
    taps(demo, "mei", ":reply");
    says(demo, "mei", "discount.answer");
    expect("customer", "discount.answered");

    scene("advice");
    says(demo, "mei", "advice.says");
    expect("mei", "advice.expects");

    scene("spend");
    says(demo, "mei", "spend.says");
    expect("mei", "spend.card");
    Button look = button("mei", "g1:", 1);
    demo.clock().moveOn(Duration.ofSeconds(5));
    tap(demo, "mei", look);
    says(demo, "mei", "spend.amount");
    demo.clock().moveOn(Duration.ofSeconds(5));
    tap(demo, "mei", button("mei", "g1:", 1));
    demo.clock().moveOn(Duration.ofSeconds(90));
    demo.shop().tick();
    expect("mei", "spend.receipt");

    scene("again");
    tap(demo, "mei", look);
    expect("mei", "again.expects");

    scene("stop");
    says(demo, "jun", "stop.says");
    expect("jun", "stop.expects");
    out.println();
    out.println(words.say(language, "end"));
  }

  private void scene(String key) {
    heard.clear();
    out.println();
    out.println("— " + words.say(language, key + ".scene") + " —");
  }

  private void says(Demo demo, String who, String key) {
    String text = words.say(language, key);
    out.println(words.say(language, "who." + who) + "：" + text);
    Conversation phone = phone(demo, who);
    var message = new Message.Text(demo.shop().router().speaker(phone), text);
    demo.shop().router().receive(phone.id(), "said-" + said++, message);
    demo.shop().tick();
  }

  private void taps(Demo demo, String who, String ending) {
    Button button =
        buttons(who).stream()
            .filter(one -> one.token().endsWith(ending))
            .findFirst()
            .orElseThrow(() -> new Broken(who + " has no button " + ending));
    tap(demo, who, button);
  }

  private void tap(Demo demo, String who, Button button) {
    out.println(words.say(language, "who." + who) + " [" + button.label() + "]");
    Conversation phone = phone(demo, who);
    long line =
        heard.getOrDefault(who, List.of()).stream()
            .filter(one -> one.buttons().contains(button))
            .mapToLong(Line::seq)
            .max()
            .orElse(0);
    var tap =
        new Message.Tap(demo.shop().router().speaker(phone), line, button.token(), button.label());
    demo.shop().router().receive(phone.id(), "said-" + said++, tap);
    demo.shop().tick();
  }

  /// The button of the newest line that has such ones; `at` counts from the last when negative.
  private Button button(String who, String begins, int at) {
    List<Button> buttons =
        buttons(who).stream().filter(one -> one.token().startsWith(begins)).toList();
    if (buttons.size() <= at) throw new Broken(who + " sees no button to go on");
    return buttons.get(at);
  }

  private List<Button> buttons(String who) {
    return heard.getOrDefault(who, List.of()).reversed().stream()
        .map(Line::buttons)
        .filter(buttons -> !buttons.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private void expect(String who, String key) {
    String wanted = words.say(language, key);
    boolean found =
        heard.getOrDefault(who, List.of()).stream()
            .anyMatch(
                line ->
                    List.of(wanted.split("\\|")).stream()
                        .allMatch(word -> line.text().contains(word)));
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
          for (Button button : line.buttons()) out.println("      [" + button.label() + "]");
        });
  }
}
