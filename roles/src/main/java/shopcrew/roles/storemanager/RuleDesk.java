package shopcrew.roles.storemanager;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import shopcrew.db.Rule;
import shopcrew.db.Store;
import shopcrew.db.imports.OwnerRules;
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
    List<Rule> said =
        OwnerRules.parse("- " + words).rules().stream()
            .map(rule -> rule.kind() == Rule.Kind.OWNER_ACCOUNT ? asWords(rule.source()) : rule)
            .toList();
    var rules = new ArrayList<Rule>(store.rules().current());
    rules.removeIf(old -> said.stream().anyMatch(rule -> replaces(rule, old)));
    rules.addAll(said.isEmpty() ? List.of(asWords(words)) : said);
    store.rules().read(rules);
    return new Outcome.AsksBack(
        Told.of(voice.say("rule_heard", "rule", words)), List.of(), List.of(yes));
  }

  /// Who owns the shop is not said in a chat.
  private static Rule asWords(String words) {
    return new Rule(Rule.Kind.NOT_UNDERSTOOD, "", "", words);
  }

  private static boolean replaces(Rule rule, Rule old) {
    return rule.kind() != Rule.Kind.NOT_UNDERSTOOD
        && rule.kind() == old.kind()
        && rule.about().equals(old.about());
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
