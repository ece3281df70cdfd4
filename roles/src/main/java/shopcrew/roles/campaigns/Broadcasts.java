package shopcrew.roles.campaigns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Customer;
import shopcrew.db.Money;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Normal;

/// A message to a chosen group: who gets it, who is left out and why, what it costs. The words to
// send
/// are the owner's own; nothing is made up for them.
final class Broadcasts {
  private static final int LONGEST = 1_000;
  private static final List<Pattern> CONTENT =
      List.of(
          Pattern.compile("[\"“「『](.{2,})[\"”」』]", Pattern.DOTALL),
          Pattern.compile("[:：]\\s*(.{2,})", Pattern.DOTALL),
          Pattern.compile(
              "(?:内容是?|说一?下?|告诉(?:他们|大家|她们)?|通知(?:他们|大家|一下)|提醒(?:他们|大家|一下)?)\\s*[,，:：]?\\s*(.{3,})",
              Pattern.DOTALL),
          Pattern.compile(
              "(?i)\\b(?:saying|say|that|to tell them|tell them|to say)\\s+(.{4,})",
              Pattern.DOTALL),
          Pattern.compile("[,，]\\s*(.{4,})", Pattern.DOTALL));

  private static final Pattern PIECE = Pattern.compile("\\S+");
  private static final Pattern SEND = Pattern.compile("[发送群]|通知|短信|微信|消息|邮件|(?i:whatsapp|sms)");
  private static final int LONGEST_NAME = 12;

  private final Store store;
  private final Groups groups;

  Broadcasts(Store store, Groups groups) {
    this.store = store;
    this.groups = groups;
  }

  Outcome of(Turn turn, Voice voice) {
    String said = turn.text();
    int from = content(said, turn.today(), voice);
    String order = said.substring(0, from);
    String words =
        Voice.shortened(said.substring(from).replaceAll("[\"”」』]$", "").strip(), LONGEST);
    Group group = groups.meant(order, AsOf.of(store, turn.today()).day(), voice);
    Optional<String> via = Reach.via(Normal.text(order));
    List<String> missing = new ArrayList<>();
    if (!group.named()) {
      missing.add("audience");
    }
    if (words.isEmpty()) {
      missing.add("content");
    }
    if (via.isEmpty() && !words.isEmpty()) {
      missing.add("channel");
    }
    if (!missing.isEmpty() || via.isEmpty()) {
      return ask(missing, group, voice);
    }
    return propose(group, via.get(), words, voice);
  }

  private Outcome propose(Group group, String via, String words, Voice voice) {
    Reach reach = Reach.of(group, via);
    if (reach.reached().isEmpty()) {
      return new Outcome.Answer(
          Told.of(voice.say("nobody", "group", group.label(), "out", reach.told(voice))));
    }
    Optional<Long> cost = Reach.cost(store, via);
    if (cost.isEmpty()) {
      return new Outcome.AsksBack(
          Told.of(voice.say("ask_message_cost", "via", voice.say("via_" + via))),
          List.of("amount"),
          List.of());
    }
    String currency = store.card().currency();
    int count = reach.reached().size();
    Money each = Reach.rounded(cost.get(), currency);
    Money total = Reach.rounded(Math.multiplyExact(cost.get(), (long) count), currency);
    Proposal proposal =
        new Proposal.Broadcast(
            group.id(),
            group.label(),
            via,
            reach.reached().stream().map(Customer::id).toList(),
            reach.missed(),
            each,
            words,
            total,
            group.sure() ? List.of() : List.of("scope_confirm"));
    String text =
        voice.say(
            "broadcast",
            "group",
            group.label(),
            "count",
            count,
            "via",
            voice.say("via_" + via),
            "total",
            voice.money(total),
            "content",
            words);
    if (reach.missed() > 0) {
      text += "\n" + voice.say("left_out", "n", reach.missed(), "why", reach.told(voice));
    }
    if (!group.sure()) {
      text += "\n" + voice.say("scope_confirm", "group", group.label());
    }
    return new Outcome.Proposes(proposal, Told.of(text));
  }

  private Outcome ask(List<String> missing, Group group, Voice voice) {
    List<String> choices =
        switch (missing.getFirst()) {
          case "audience" ->
              List.of(
                  voice.say("all_customers"),
                  voice.say("wholesale"),
                  voice.say("retail"),
                  voice.say("overseas"));
          case "channel" -> Reach.known().stream().map(via -> voice.say("via_" + via)).toList();
          default -> List.of();
        };
    String what = voice.list(missing.stream().map(word -> voice.say("missing_" + word)).toList());
    String text =
        group.named()
            ? voice.say(
                "ask_broadcast_to",
                "group",
                group.label(),
                "n",
                group.members().size(),
                "what",
                what)
            : voice.say("ask", "what", what);
    return new Outcome.AsksBack(Told.of(text), missing, choices);
  }

  /// Where the words to send begin; the end of the text when the owner gave none.
  private int content(String said, LocalDate today, Voice voice) {
    for (Pattern pattern : CONTENT) {
      Matcher matcher = pattern.matcher(said);
      if (matcher.find()) {
        return matcher.start(1);
      }
    }
    Matcher piece = PIECE.matcher(said);
    boolean sends = false;
    while (piece.find()) {
      String text = piece.group();
      boolean names =
          text.length() <= LONGEST_NAME
              && (groups.meant(text, today, voice).named()
                  || Reach.via(Normal.text(text)).isPresent());
      if (sends && !names && text.length() >= 4) {
        return piece.start();
      }
      sends |= SEND.matcher(text).find();
    }
    return said.length();
  }
}
