package shopcrew.bot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Conversations.Passed;
import shopcrew.db.Listing;
import shopcrew.db.MyOrders;
import shopcrew.db.Promises.Promise;
import shopcrew.db.Store;
import shopcrew.db.Tasks.Task;
import shopcrew.db.Tastes.Taste;
import shopcrew.roles.Known;
import shopcrew.roles.books.Planted;
import shopcrew.roles.customerservice.Prospect;

/// What is remembered beyond the last lines of a conversation, gathered by code for the models that
/// can make something of it: of the one who speaks there, and of nobody else.
final class Memory {
  /// The last lines that go along word by word.
  static final int WINDOW = 12;

  private static final int LOOKED_BACK = 60;
  private static final int LONGEST_PROFILE = 600;
  private static final int LONGEST_EARLIER = 400;
  private static final int LONGEST_QUESTION = 60;
  private static final int LONGEST_PROMISE = 80;
  private static final int ORDERS = 3;
  private static final int PROMISES = 3;
  private static final int TASKS = 4;
  private static final int NAMED = 4;
  private static final String ATTACK = "attack";
  private static final Map<String, String> NEEDS =
      Map.of("many", "pieces", "some", "pieces", "budget", "budget", "by", "by");
  private static final Pattern SOURCE = Pattern.compile("(products|orders)[^#\\s]*#([\\w-]+)");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Rooms rooms;
  private final Store store;
  private final ZoneId zone;
  private final boolean outside;
  private final Planted planted = new Planted();

  /// @param outside whether another model than the house's own writes; that one needs none of it
  Memory(Rooms rooms, Store store, ZoneId zone, boolean outside) {
    this.rooms = rooms;
    this.store = store;
    this.zone = zone;
    this.outside = outside;
  }

  /// @param window the lines that go along word by word, oldest first
  Known of(Conversation in, String language, List<Line> window) {
    if (!outside) return Known.NOTHING;
    List<String> tastes =
        rooms.style().tastes().kept().stream().map(Taste::said).distinct().toList();
    if (in.person() != null) return new Known("", "", tastes);
    boolean more = window.size() >= WINDOW;
    String earlier = more ? earlier(in, language, window.getFirst().seq()) : "";
    return new Known(profile(in, language), earlier, tastes);
  }

  private String profile(Conversation in, String language) {
    var lines = new ArrayList<String>();
    String customer = in.customer();
    lines.add("language: " + language);
    lines.add("customer: " + (customer == null ? "guest" : "known"));
    List<Task> tasks = rooms.tasks().openIn(in.id(), TASKS);
    String needs = needs(tasks);
    if (!needs.isEmpty()) lines.add("needs: " + needs);
    for (Promise promise : rooms.promises().openTo(in, PROMISES)) {
      String words = Planted.quoted(promise.words(), LONGEST_PROMISE);
      lines.add("promised by " + minute(promise.due()) + ": " + words);
    }
    for (Task task : tasks) {
      if (task.kind().equals(ATTACK)) continue;
      lines.add("waits for a person since " + minute(task.createdAt()) + ": " + task.kind());
    }
    List<MyOrders.Brief> orders =
        customer == null ? List.of() : store.myOrders(customer).last(ORDERS);
    for (MyOrders.Brief order : orders) {
      String state = order.state().name().toLowerCase(Locale.ROOT);
      lines.add("order " + order.id() + ": " + order.day() + ", " + state);
    }
    return fitting(lines, LONGEST_PROFILE);
  }

  /// What they said themselves that they need; how they are weighed is the shop's own business.
  private static String needs(List<Task> tasks) {
    return tasks.stream()
        .map(task -> Prospect.read(task.signs()).signs())
        .map(
            signs ->
                signs.entrySet().stream()
                    .filter(sign -> NEEDS.containsKey(sign.getKey()))
                    .map(sign -> NEEDS.get(sign.getKey()) + " " + sign.getValue())
                    .collect(Collectors.joining(", ")))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String earlier(Conversation in, String language, long seq) {
    var asked = new LinkedHashSet<String>();
    var named = new LinkedHashSet<String>();
    for (Passed line : rooms.conversations().passed(in.id(), seq, LOOKED_BACK)) {
      if (line.byUs()) {
        name(line, language, named);
      } else if (line.kind().equals("text") && !planted.in(line.text())) {
        String words = Planted.quoted(line.text(), LONGEST_QUESTION);
        if (!words.isBlank()) asked.add("asked: " + words);
      }
    }
    var lines = new ArrayList<String>();
    if (!named.isEmpty()) lines.add("about: " + String.join(", ", named));
    lines.addAll(asked);
    return fitting(lines, LONGEST_EARLIER);
  }

  /// The products and orders on which one of our answers rested.
  private void name(Passed line, String language, Set<String> named) {
    Matcher source = SOURCE.matcher(line.sources());
    while (named.size() < NAMED && source.find()) {
      String id = source.group(2);
      if (source.group(1).equals("orders")) {
        named.add("order " + id);
      } else {
        store.catalogue().bySku(id).map(one -> title(one, language)).ifPresent(named::add);
      }
    }
  }

  private static String title(Listing listing, String language) {
    String title = language.equals("zh") ? listing.titleZh() : listing.titleEn();
    return title.isBlank() ? listing.sku() : title;
  }

  /// As many whole lines as there is room for.
  private static String fitting(List<String> lines, int longest) {
    var text = new StringBuilder();
    for (String line : lines) {
      int more = line.length() + (text.isEmpty() ? 0 : 1);
      if (text.length() + more > longest) break;
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    return text.toString();
  }

  private String minute(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }
}
