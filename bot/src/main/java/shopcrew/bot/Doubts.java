package shopcrew.bot;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Postman;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox;
import shopcrew.db.Outbox.Button;

/// Lines that did not go, or of which nobody knows whether they did. The owners are told, and they
/// decide: what may have arrived is never said again by itself.
final class Doubts implements Postman.Complaints {
  private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);
  private static final int SHOWN = 60;
  private static final int NAMED = 3;
  private static final String CAUSE = "doubt:";
  private static final Set<String> PRICE = Set.of("allowance", "rate");
  private static final Pattern TAP = Pattern.compile("again:(\\d{1,18})-(\\d{1,18}):(yes|no)");

  private final Rooms rooms;
  private final Bundle words = new Bundle("bot");

  Doubts(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public void about(Conversation to, Outbox.Waiting line, String why) {
    if (line.line().key().startsWith(CAUSE)) {
      LOG.warn("A word about a line that had not gone has not gone either: {}", why);
      return;
    }
    if (why.equals("maybe")) {
      ask(List.of(new Outbox.Doubtful(line.seq(), to.id(), line.line().text())), "doubt");
    } else {
      failed(to, line.line(), why);
    }
  }

  /// It has not gone, and will not.
  void failed(Conversation to, Line line, String why) {
    for (Conversation reader : rooms.owners()) {
      if (reader.id().equals(to.id())) continue; // there nothing arrives
      String said =
          words.say(
              reader.language(),
              "unsent",
              "name",
              name(reader.language(), to),
              "text",
              shown(line.text()),
              "why",
              why(reader.language(), why));
      rooms.outbox().notice(reader.id(), "shop", said, List.of(), cause(to, line, why));
    }
  }

  /// What stands in the way of every reply is said once a day for each reader of them.
  private static String cause(Conversation to, Line line, String why) {
    if (!PRICE.contains(why)) return CAUSE + line.seq();
    return CAUSE + why + "/" + to.id() + "/" + line.at().truncatedTo(ChronoUnit.DAYS);
  }

  /// What the last stop cut off.
  void afterStop() {
    List<Outbox.Doubtful> lines = rooms.outbox().doubtful();
    if (!lines.isEmpty()) ask(lines, "doubt.stop");
  }

  /// True if the tapped button was one of a doubt.
  boolean tap(Conversation in, String token, long seq) {
    Matcher tap = TAP.matcher(token);
    if (!tap.matches()) return false;
    boolean again = tap.group(3).equals("yes");
    int moved = rooms.outbox().decide(number(tap, 1), number(tap, 2), again, in.id());
    String key = moved == 0 ? "doubt.over" : again ? "doubt.again" : "doubt.left";
    String text = words.say(in.language(), key, "count", moved);
    rooms.outbox().add(in.id(), "shop", text, List.of(), "in:" + seq);
    return true;
  }

  private static long number(Matcher tap, int group) {
    return Long.parseLong(tap.group(group));
  }

  /// Those who read it are asked once about all of them.
  private void ask(List<Outbox.Doubtful> lines, String key) {
    Map<String, List<Outbox.Doubtful>> byConversation =
        lines.stream().collect(Collectors.groupingBy(Outbox.Doubtful::conversation));
    var readers =
        byConversation.keySet().stream()
            .flatMap(id -> readers(rooms.conversations().find(id).orElseThrow()).stream())
            .distinct()
            .toList();
    for (Conversation reader : readers) {
      var theirs =
          lines.stream()
              .filter(
                  line ->
                      readers(rooms.conversations().find(line.conversation()).orElseThrow())
                          .contains(reader))
              .toList();
      rooms
          .outbox()
          .notice(
              reader.id(),
              "shop",
              words.say(
                  reader.language(),
                  key,
                  "count",
                  theirs.size(),
                  "lines",
                  listed(reader.language(), theirs)),
              buttons(reader.language(), theirs),
              CAUSE + theirs.getFirst().seq() + "-" + theirs.getLast().seq());
    }
  }

  private String listed(String language, List<Outbox.Doubtful> lines) {
    return lines.stream()
        .limit(NAMED)
        .map(
            line -> {
              var to = rooms.conversations().find(line.conversation()).orElseThrow();
              return words.say(
                  language, "doubt.line", "name", name(language, to), "text", shown(line.text()));
            })
        .collect(Collectors.joining("\n"));
  }

  private List<Button> buttons(String language, List<Outbox.Doubtful> lines) {
    String range = "again:" + lines.getFirst().seq() + "-" + lines.getLast().seq();
    return List.of(
        new Button(words.say(language, "doubt.yes"), range + ":yes"),
        new Button(words.say(language, "doubt.no"), range + ":no"));
  }

  /// A person of the shop reads of their own lines; of a customer's, the owners.
  private List<Conversation> readers(Conversation to) {
    return to.person() != null ? List.of(to) : rooms.owners();
  }

  private String name(String language, Conversation to) {
    if (to.person() != null) return words.say(language, "you");
    return to.name().isEmpty() ? words.say(language, "a_customer") : to.name();
  }

  private String why(String language, String why) {
    String key = "refused." + why;
    return words.say(language, words.keys("en").contains(key) ? key : "refused.other");
  }

  private static String shown(String text) {
    String line = text.strip().replace('\n', ' ');
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
