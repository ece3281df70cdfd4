package shopcrew.bot;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox.Arrived;
import shopcrew.roles.Speaker;

/// Words that mean the same on every channel: what a bot's menu sends, and a customer's no to
/// offers. No role is asked about them.
final class Commands {
  private static final Pattern MENU = Pattern.compile("/(start|help|stop)(?:@\\w+)?");
  private static final Set<String> NO_OFFERS = Set.of("STOP", "UNSUBSCRIBE", "停", "退订");
  private static final Set<String> OFFERS = Set.of("SUBSCRIBE", "重新订阅");

  private final Rooms rooms;
  private final Beside beside;
  private final Answers answers;

  Commands(Rooms rooms, Beside beside, Answers answers) {
    this.rooms = rooms;
    this.beside = beside;
    this.answers = answers;
  }

  /// What was typed, with a menu's entry as the word that people type for it.
  static String plain(String text) {
    Matcher entry = MENU.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!entry.matches()) return text.strip();
    return entry.group(1).equals("stop") ? "STOP" : "/" + entry.group(1);
  }

  /// True if that was all about it. A customer's greeting is left to the team.
  boolean takes(Conversation in, Speaker speaker, Arrived arrived, String text) {
    String word = text.toUpperCase(Locale.ROOT);
    boolean help =
        word.equals("/HELP") || (word.equals("/START") && !(speaker instanceof Speaker.Customer));
    if (help) {
      String key =
          switch (speaker) {
            case Speaker.Owner _ -> "help.owner";
            case Speaker.Staff _ -> "help.staff";
            case Speaker.Customer _ -> "help.customer";
          };
      answers.plain(in, key, List.of(arrived));
      return true;
    }
    boolean wanted = OFFERS.contains(word);
    if (!(speaker instanceof Speaker.Customer) || (!wanted && !NO_OFFERS.contains(word)))
      return false;
    rooms
        .database()
        .writing(
            _ -> {
              beside.marketing(in, wanted);
              answers.plain(in, wanted ? "offers.on" : "offers.off", List.of(arrived));
            });
    return true;
  }
}
