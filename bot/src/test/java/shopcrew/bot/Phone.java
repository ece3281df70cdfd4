package shopcrew.bot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;
import shopcrew.roles.Message;

/// One person's phone: a finger, and what stands on the glass.
public final class Phone {
  private final StoreWorld world;
  private final String name;
  private final @Nullable String person;
  private final String language;
  private final List<Line> heard = new CopyOnWriteArrayList<>();
  private String conversation = "";
  private int fresh;
  private int keys;

  Phone(StoreWorld world, String name, @Nullable String person, String language) {
    this.world = world;
    this.name = name;
    this.person = person;
    this.language = language;
    world.phones.add(this);
  }

  void joins(Shop shop) {
    conversation =
        shop.rooms()
            .conversations()
            .open(
                world.way.channel(),
                world.way.address(name),
                person,
                language,
                shop.clock().instant())
            .id();
  }

  void hears(Line line) {
    heard.add(line);
  }

  void looksUp() {
    fresh = heard.size();
  }

  public String conversation() {
    return conversation;
  }

  public Conversation chat() {
    return world.shop.rooms().conversations().find(conversation).orElseThrow();
  }

  public void says(String text) {
    says(key(), text);
  }

  /// As a channel brings it, with the channel's own id.
  public void says(String key, String text) {
    shows(text);
    world.way.says(this, key, text);
    world.collect();
  }

  public void sendsA(String kind, String file, String caption, String content) {
    shows("(" + kind + ")");
    var from = world.shop.router().speaker(chat());
    var media = new Message.Media(from, kind, file, caption, content);
    world.shop.reception().receive(conversation, key(), media);
    world.collect();
  }

  /// After a look of two seconds.
  public void taps(String label) {
    taps(button(label));
  }

  public void taps(Button button) {
    world.time.goesBy(Duration.ofSeconds(2));
    tapsToken(button.token(), button.label());
  }

  public void tapsToken(String token, String label) {
    long line =
        newest(b -> b.token().equals(token) && b.label().equals(label))
            .or(() -> newest(b -> b.token().equals(token)))
            .map(Line::seq)
            .orElse(0L);
    shows("[" + label + "]");
    world.way.taps(this, key(), line, token, label);
    world.collect();
  }

  private Optional<Line> newest(Predicate<Button> which) {
    return heard.reversed().stream()
        .filter(line -> line.buttons().stream().anyMatch(which))
        .findFirst();
  }

  /// The newest button of that name.
  public Button button(String label) {
    return heard.reversed().stream()
        .flatMap(line -> line.buttons().stream())
        .filter(button -> button.label().contains(label))
        .findFirst()
        .orElseThrow(() -> world.fault(name + " has no button " + label));
  }

  /// Something that came of the last act holds all these words.
  public Seen sees(String... words) {
    List<Line> seen =
        fresh().filter(line -> Stream.of(words).allMatch(line.text()::contains)).toList();
    if (seen.isEmpty()) throw world.fault(name + " does not see " + List.of(words));
    return new Seen(this, seen);
  }

  public void seesNothing() {
    if (fresh().findAny().isPresent()) throw world.fault(name + " was to see nothing");
  }

  /// Not once in the whole story.
  public void neverSees(String words) {
    if (heard.stream().anyMatch(line -> line.text().contains(words))) {
      throw world.fault(name + " sees " + words);
    }
  }

  public long times(String words) {
    return heard.stream().filter(line -> line.text().contains(words)).count();
  }

  public List<Line> heard() {
    return List.copyOf(heard);
  }

  public void hasNoButton(String label) {
    if (heard.stream().anyMatch(line -> has(line, label))) {
      throw world.fault(name + " has a button " + label);
    }
  }

  /// What stands on the glass.
  public record Seen(Phone phone, List<Line> lines) {
    /// One of the lines has all these buttons.
    public Seen with(String... labels) {
      if (lines.stream().noneMatch(line -> Stream.of(labels).allMatch(label -> has(line, label)))) {
        throw phone.world.fault("no buttons " + List.of(labels) + " under it");
      }
      return this;
    }
  }

  private static boolean has(Line line, String label) {
    return line.buttons().stream().anyMatch(button -> button.label().contains(label));
  }

  private Stream<Line> fresh() {
    return heard.subList(fresh, heard.size()).stream();
  }

  private void shows(String what) {
    world.act(name + "：" + what.substring(0, Math.min(200, what.length())));
  }

  private String key() {
    return "m" + ++keys;
  }

  @Override
  public String toString() {
    return name;
  }
}
