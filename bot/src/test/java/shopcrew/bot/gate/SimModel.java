package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.gate.SimButton.Action;

/// The reference: what people have really done, what follows from it, and what may not follow. It
/// knows no tables and none of the gate's code.
final class SimModel {
  static final Set<String> OWNERS = Set.of("mei", "jun");
  static final Set<String> STAFF = Set.of("mei", "jun", "lan");
  private static final long DWELL = 1_500;
  private static final Set<String> STOPS = Set.of("停", "停止花钱", "别花了", "STOP", "STOP SPENDING");
  private static final Set<String> RESUMES = Set.of("恢复花钱", "RESUME");

  enum Asked {
    AMOUNT,
    PAID,
    RESUME
  }

  /// A question that waits for typing.
  record Question(Asked what, String conversation, String intent, long epoch, long until) {}

  /// What must hold after the event, unless the process died in it.
  record Duty(String rule, String what, BooleanSupplier holds) {}

  final Map<String, SimSpend> spends = new LinkedHashMap<>();
  final Map<String, Question> questions = new HashMap<>();
  boolean frozen;
  long epoch = 1;
  long now;

  /// E3: the latest moment by which the gate has decided something.
  long clock;

  /// What people did in this event, such as `REVIEW mei 7F3KQ2AB`, and the buttons they did it
  // with.
  final Set<String> deeds = new HashSet<>();

  final Map<String, SimButton> buttons = new HashMap<>();
  final List<Duty> duties = new ArrayList<>();

  void begin(long wall) {
    now = Math.max(clock, wall);
    deeds.clear();
    buttons.clear();
    duties.clear();
  }

  boolean did(String what) {
    return deeds.contains(what);
  }

  private void deed(String what, @Nullable SimButton button) {
    deeds.add(what);
    if (button != null) buttons.put(what, button);
  }

  private void must(String rule, String what, BooleanSupplier holds) {
    duties.add(new Duty(rule, what, holds));
  }

  /// @param button the one whose token it was; null: a token that was never shown
  void tap(String person, String conversation, @Nullable SimButton button) {
    if (button == null
        || !button.person.equals(person)
        || !button.conversation.equals(conversation)) {
      return; // A5: nothing may follow
    }
    if (button.action == Action.STOP) stop(person);
    if (!OWNERS.contains(person)) return;
    boolean slow = now - button.at >= DWELL;
    if (button.action == Action.RESUME) {
      if (frozen && slow) question(person, Asked.RESUME, conversation, "", now + 600_000);
      return;
    }
    var spend = spends.get(String.valueOf(button.intent));
    if (spend == null || button.spent) return;
    boolean open =
        spend.state == State.AWAITING
            && !frozen
            && button.epoch == epoch
            && now < spend.first.expiresAt();
    String who = " " + person + " " + spend.id();
    switch (button.action) {
      case LOOK -> {
        if (!open || !slow || spend.first.blocked()) return;
        deed("REVIEW" + who, button);
        must("A2", "a look counts", () -> spend.steps.containsKey(person));
      }
      case CONFIRM -> {
        if (!open || !slow || spend.first.blocked()) return;
        deed("CONFIRM" + who, button);
        var needed = SimSpend.needed(spend.first.tier());
        if (!spend
            .steps
            .getOrDefault(person, List.of())
            .equals(needed.subList(0, needed.size() - 1))) {
          return;
        }
        must("D10", "a yes leads on", () -> spend.state != State.AWAITING);
      }
      case NO, UNDO -> {
        boolean armed = spend.state == State.ARMED;
        if (!armed && !(open && button.action == Action.NO)) return;
        deed("NO" + who, button);
        must("A7", "one no is enough", () -> SimSpend.end(spend.state));
      }
      case SMALLER -> {
        if (!open || !slow || !spend.first.blocked()) return;
        deed("SMALLER" + who, button);
        must("D10", "smaller ends it", () -> spend.state == State.SUPERSEDED);
      }
      case PAID -> {
        if (spend.state != State.ACTIVE) return;
        question(person, Asked.PAID, conversation, spend.id(), now + 86_400_000);
      }
      case NOT_DONE -> {
        if (spend.state != State.ACTIVE) return;
        paid(spend, person, 0);
      }
      case STOP, RESUME -> {}
    }
  }

  private void question(String person, Asked what, String conversation, String intent, long until) {
    questions.put(person, new Question(what, conversation, intent, epoch, until));
  }

  /// A card that asks for the amount was shown.
  void asked(String person, String conversation, SimSpend spend) {
    question(person, Asked.AMOUNT, conversation, spend.id(), spend.first.expiresAt());
  }

  void stop(String person) {
    if (!STAFF.contains(person)) return;
    deed("STOP", null);
    must(
        "E1",
        "stopped",
        () ->
            frozen
                && spends.values().stream()
                    .noneMatch(s -> s.state == State.AWAITING || s.state == State.ARMED));
  }

  /// @param meant the minor units that were meant; -1: no amount that may be understood
  void typed(String person, String conversation, String text, long meant) {
    if (!STAFF.contains(person)) return;
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (STOPS.contains(word)) {
      stop(person);
      return;
    }
    var question = questions.get(person);
    boolean open =
        question != null
            && question.conversation().equals(conversation)
            && now < question.until()
            && (question.epoch() == epoch || question.what() == Asked.PAID);
    if (question == null || !open || !OWNERS.contains(person)) return;
    if (RESUMES.contains(word)) {
      if (question.what() != Asked.RESUME || !frozen) return;
      deed("RESUME", null);
      must("E1", "resumed", () -> !frozen);
      return;
    }
    var spend = spends.get(question.intent());
    if (spend == null || meant < 0) return;
    if (question.what() == Asked.PAID && spend.state == State.ACTIVE) paid(spend, person, meant);
    if (question.what() == Asked.AMOUNT) amount(spend, person, meant);
  }

  private void amount(SimSpend spend, String person, long meant) {
    if (spend.state != State.AWAITING || frozen || now >= spend.first.expiresAt()) return;
    if (meant == spend.first.amount()) {
      deed("AMOUNT " + person + " " + spend.id(), null);
      must(
          "A2",
          "the right amount counts",
          () -> spend.steps.getOrDefault(person, List.of()).contains("AMOUNT"));
      return;
    }
    deed("WRONG " + spend.id(), null);
  }

  void paid(SimSpend spend, String person, long amount) {
    if (!OWNERS.contains(person) || !spend.byHand() || spend.state != State.ACTIVE) return;
    spend.said = amount;
    deed("PAID " + spend.id(), null);
    must("D10", "ticked off", () -> spend.state == State.SETTLED);
  }

  void withdraw(String intent, String person) {
    if (STAFF.contains(person)) deed("WITHDRAW " + intent, null);
  }

  /// C5: what a window must hold now.
  long reserved(String window) {
    return inWindow(window).mapToLong(SimSpend::held).sum();
  }

  long posted(String window) {
    return inWindow(window).mapToLong(s -> s.posted).sum();
  }

  long overrun(String window) {
    return inWindow(window).mapToLong(s -> s.overrun).sum();
  }

  private java.util.stream.Stream<SimSpend> inWindow(String window) {
    return spends.values().stream()
        .filter(s -> !s.window.isEmpty())
        .filter(s -> List.of(s.window.split(";")).contains(window));
  }
}
