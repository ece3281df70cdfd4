package shopcrew.roles.storemanager;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import shopcrew.db.Rule;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Voice;

/// The owners' own rules, said in words: read, shown back as understood, and counting after one
// yes.
final class RuleDesk {
  private static final Pattern SHOW =
      Pattern.compile("哪些|什么|看看|列出|查看|有没有.*规[矩则]|(?i:what|show|list|which).*(?i:rule)");
  private static final int LONGEST = 200;
  private static final int MOST_SHOWN = 20;

  private final Store store;

  RuleDesk(Store store) {
    this.store = store;
  }

  Outcome hear(Turn turn, Voice voice) {
    if (!(turn.speaker() instanceof Speaker.Owner owner)) {
      return new Outcome.Answer(Told.of(voice.say("rule_owner_only")));
    }
    String text = turn.text().strip();
    String yes = voice.say("rule_yes");
    if (text.endsWith(yes)) {
      boolean counts = store.rules().agree(owner.person(), turn.now());
      return new Outcome.Answer(Told.of(voice.say(counts ? "rule_counts" : "rule_none_waiting")));
    }
    boolean asks = SHOW.matcher(text).find() && text.matches("(?s).*(?:规[矩则]|(?i:rules?\\b)).*");
    return asks ? new Outcome.Answer(shown(voice)) : take(text, voice, yes);
  }

  private Outcome take(String text, Voice voice, String yes) {
    String words = Voice.shortened(text, LONGEST);
    var rules = new ArrayList<Rule>(store.rules().current());
    rules.add(new Rule(Rule.Kind.NOT_UNDERSTOOD, "", "", words));
    store.rules().read(rules);
    return new Outcome.AsksBack(
        Told.of(voice.say("rule_heard", "rule", words)), List.of(), List.of(yes));
  }

  private Told shown(Voice voice) {
    List<Rule> current = store.rules().current();
    if (current.isEmpty()) return Told.of(voice.say("rules_none"));
    var lines = new ArrayList<String>();
    lines.add(voice.say("rules_shown", "count", current.size()));
    current.stream()
        .map(Rule::source)
        .distinct()
        .limit(MOST_SHOWN)
        .forEach(source -> lines.add("· " + Voice.shortened(source, LONGEST)));
    return new Told(String.join("\n", lines), List.of(new Told.Fact(current.size() + "", "rules")));
  }
}
