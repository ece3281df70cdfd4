package shopcrew.roles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import shopcrew.prompts.Phrase;
import shopcrew.roles.model.Phrases;

/// Who takes a message. Customers always go to customer service. Owners and staff go to the role
/// they call by name, else to the role whose question they answer, else to the role their words
/// fit, else to the store manager.
public final class Team {
  private static final double SURE = 0.30;
  private static final double CLEAR = 0.6;
  private static final int SHORT = 24;
  private static final int LONG = 500;
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "[?？]|吗|呢|多少|什么|怎么|哪|几|不要|不用|算了|不买|你好|谢|(?i:no\\b|not|never"
              + " mind|thank|hello|hi\\b|what|how|when|where|which)");

  private final Phrases owners;
  private final Phrases customers;
  private final Map<RoleName, Role> byName;
  private final Role counter;
  private final Door door;
  private final Names names = Names.load();

  /// The answer with its author: which role, and by which prompt.
  ///
  /// @param asked what was answered: with the words of the wish that the message completes
  /// @param intent what the words are taken for, looked up when somebody asks
  /// @param trace how it came about
  public record Answered(
      RoleName role,
      String asked,
      Supplier<String> intent,
      Outcome outcome,
      String prompt,
      Trace trace) {}

  Team(Phrases owners, Phrases customers, Map<RoleName, Role> byName, Role counter, Door door) {
    this.owners = owners;
    this.door = door;
    this.customers = customers;
    this.byName = new EnumMap<>(byName);
    this.counter = counter;
  }

  public Answered answer(Turn turn) {
    if (turn.fromCustomer()) {
      Turn asked = completed(turn);
      String text = asked.text();
      return answered(
          counter, text, () -> customers.best(text).phrase().intent(), counter.answer(asked));
    }
    Turn words = turn;
    Turn.Pending pending = turn.pending();
    var steps = new ArrayList<Trace.Step>();
    RoleName called = names.called(turn.text());
    RoleName to;
    if (called != null) {
      to = called;
      words = turn.saying(names.without(turn.text()));
    } else if (pending != null && answers(turn.text(), pending)) {
      to = pending.role();
      words = turn.saying(pending.text() + " " + turn.text());
    } else {
      to = fits(turn.text(), steps);
    }
    Role role = role(to);
    Role.Made made = role.answer(words);
    if (made.outcome() instanceof Outcome.HandsOff(RoleName other) && other != to) {
      role = role(other);
      made = role.answer(words);
    }
    RoleName by = role.name();
    String said = words.text();
    steps.addAll(made.trace().steps());
    var all = new Role.Made(made.outcome(), new Trace(List.copyOf(steps)));
    return answered(role, said, () -> owners.best(said, of(by)).phrase().intent(), all);
  }

  /// A customer's short answer to what was asked back goes with the wish it belongs to; another
  /// question, or a no, is a message of its own.
  private Turn completed(Turn turn) {
    Turn.Pending pending = turn.pending();
    if (pending == null || pending.text().length() > LONG) return turn;
    boolean chosen = chosen(turn.text(), pending);
    boolean told =
        turn.text().length() <= SHORT
            && !OTHERWISE.matcher(turn.text()).find()
            && customers.best(turn.text()).score() < 1 + SURE;
    return chosen || told ? turn.saying(pending.text() + " " + turn.text()) : turn;
  }

  private static boolean chosen(String text, Turn.Pending pending) {
    return pending.choices().stream().anyMatch(choice -> choice.equalsIgnoreCase(text.strip()));
  }

  private RoleName fits(String text, List<Trace.Step> steps) {
    if (severalRoles(text)) return RoleName.STORE_MANAGER;
    return door.leads(text, owners.bestRole(text).score() >= CLEAR, steps);
  }

  /// Several jobs for several colleagues: the store manager splits them.
  private boolean severalRoles(String text) {
    List<String> jobs = Jobs.in(text);
    if (jobs.size() < 2) return false;
    return jobs.stream()
            .map(owners::bestRole)
            .filter(fit -> fit.score() >= CLEAR)
            .map(Phrases.Fit::name)
            .distinct()
            .count()
        > 1;
  }

  /// A short message without a clear wish of its own answers the question that was asked back.
  private boolean answers(String text, Turn.Pending pending) {
    if (chosen(text, pending)) return true;
    return text.length() <= SHORT && owners.best(text).score() < 1 + SURE;
  }

  private static Predicate<Phrase> of(RoleName name) {
    return phrase -> phrase.role().equals(name.folder());
  }

  private Role role(RoleName name) {
    Role role = byName.get(name);
    if (role == null) throw new IllegalStateException("nobody works as " + name);
    return role;
  }

  private static Answered answered(
      Role role, String asked, Supplier<String> intent, Role.Made made) {
    return new Answered(role.name(), asked, intent, made.outcome(), role.edition(), made.trace());
  }
}
