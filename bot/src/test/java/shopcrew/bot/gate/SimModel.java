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
  private static final long DWELL = 1_500;
  private static final Set<String> STOPS = Set.of("停", "停止花钱", "别花了", "STOP", "STOP SPENDING");
  private static final Set<String> MENUS = Set.of("花钱设置", "SPENDING");
  private static final Set<String> RESUMES = Set.of("恢复花钱", "RESUME");

  enum Asked {
    AMOUNT,
    PAID,
    RESUME,
    SETTING
  }

  /// A question that waits for typing.
  record Question(Asked what, String conversation, String intent, long epoch, long until) {}

  /// What must hold after the event, unless the process died in it.
  record Duty(String rule, String what, BooleanSupplier holds) {}

  final SimHouse house = new SimHouse();
  final Map<String, SimSpend> spends = new LinkedHashMap<>();
  final Map<String, Question> questions = new HashMap<>();
  boolean frozen;

  /// The wall clock has not been set lately.
  boolean steady = true;

  long epoch = 1;
  long now;

  /// E3: the latest moment by which the gate has decided something.
  long clock;

  /// What people did in this event, such as `REVIEW mei 7F3KQ2AB`, and the buttons they did it
  // with.
  final Set<String> deeds = new HashSet<>();

  final Map<String, SimButton> buttons = new HashMap<>();

  final SimPads pads = new SimPads(this);

  /// What a setting was asked to be.
  long setting = -1;
  final List<Duty> duties = new ArrayList<>();

  void begin(long wall) {
    now = Math.max(clock, wall);
    deeds.clear();
    buttons.clear();
    pads.begin();
    duties.clear();
    setting = -1;
  }

  boolean did(String what) {
    return deeds.contains(what);
  }

  void deed(String what, @Nullable SimButton button) {
    deeds.add(what);
    if (button != null) buttons.put(what, button);
  }

  void must(String rule, String what, BooleanSupplier holds) {
    duties.add(new Duty(rule, what, holds));
  }

  /// @param button the one whose token it was, under the line where it stands; null: neither
  void tap(String person, String conversation, @Nullable SimButton button) {
    if (button == null
        || !button.person.equals(person)
        || !button.conversation.equals(conversation)) {
      return; // A5: nothing may follow
    }
    if (button.action == Action.STOP) stop(person);
    if (!house.owners.contains(person)) return;
    boolean slow = now - button.at >= DWELL;
    if (button.action == Action.RESUME) {
      if (!frozen || !slow) return;
      pads.next(person, "RESUME", conversation, "");
      question(person, Asked.RESUME, conversation, "", now + 600_000);
      return;
    }
    if (button.action == Action.SETTING || button.action == Action.SET_PIN) {
      deed("SETTING", null);
      question(person, Asked.SETTING, conversation, "", now + 3_600_000);
      return;
    }
    var spend = spends.get(String.valueOf(button.intent));
    if (spend == null || button.spent) return;
    boolean open =
        spend.state == State.AWAITING
            && !frozen
            && button.epoch == epoch
            && now < spend.first.expiresAt();
    step(person, conversation, button, spend, open, open && slow);
  }

  private void step(
      String person,
      String conversation,
      SimButton button,
      SimSpend spend,
      boolean open,
      boolean seen) {
    String who = " " + person + " " + spend.id();
    boolean agreeable = seen && !spend.first.blocked();
    switch (button.action) {
      case LOOK -> {
        if (!agreeable) return;
        deed("REVIEW" + who, button);
        if (!spend.first.typed()) pads.next(person, "STEP", conversation, spend.id());
        boolean ready = spend.first.tier() < 3 || !house.doubtful(person, now);
        if (ready) must("A2", "a look counts", () -> done(spend, person, "REVIEW"));
      }
      case CONFIRM -> {
        if (!agreeable) return;
        deed("CONFIRM" + who, button);
        var needed = spend.needed();
        var before = spend.steps.getOrDefault(person, List.of());
        if (!before.equals(needed.subList(0, needed.size() - 1))) return;
        must(
            "D10",
            "a yes leads on",
            () -> spend.state != State.AWAITING || done(spend, person, "CONFIRM"));
      }
      case NO, UNDO -> {
        boolean armed = spend.state == State.ARMED;
        boolean inTime = now < spend.first.expiresAt() || button.action == Action.UNDO;
        if (!(armed && inTime) && !(open && button.action == Action.NO)) return;
        deed("NO" + who, button);
        must("A7", "one no is enough", () -> SimSpend.end(spend.state));
      }
      case SMALLER -> {
        if (!seen || !spend.first.blocked()) return;
        deed("SMALLER" + who, button);
        must("D10", "smaller ends it", () -> spend.state == State.SUPERSEDED);
      }
      case AGAIN -> {
        if (open) pads.next(person, "AGAIN", conversation, spend.id());
      }
      case WENT_OUT, NOT_OUT -> {
        if (spend.state != State.NEEDS_HUMAN) return;
        pads.next(person, button.action.name(), conversation, spend.id());
      }
      case REVOKE -> {
        if (spend.state != State.ACTIVE) return;
        deed("REVOKE " + spend.id(), button);
        must("C7", "taken back", () -> SimSpend.end(spend.state));
      }
      case PAID -> {
        if (spend.state != State.ACTIVE) return;
        question(person, Asked.PAID, conversation, spend.id(), now + 86_400_000);
      }
      case NOT_DONE -> {
        if (spend.state == State.ACTIVE) paid(spend, person, 0);
      }
      case STOP, RESUME, SET_PIN, SETTING, KEY -> {}
    }
  }

  static boolean done(SimSpend spend, String person, String step) {
    return spend.steps.getOrDefault(person, List.of()).contains(step);
  }

  void question(String person, Asked what, String conversation, String intent, long until) {
    questions.put(person, new Question(what, conversation, intent, epoch, until));
  }

  /// A card that asks for the amount was shown.
  void asked(String person, String conversation, SimSpend spend) {
    question(person, Asked.AMOUNT, conversation, spend.id(), spend.first.expiresAt());
  }

  void stop(String person) {
    if (!house.staff.contains(person)) return;
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
    if (!house.staff.contains(person)) return;
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
    if (MENUS.contains(word) && house.owners.contains(person)) deed("SETTING", null);
    if (question == null || !open || !house.owners.contains(person)) return;
    if (RESUMES.contains(word)) {
      if (house.pinsTouched && question.what() == Asked.RESUME) deed("RESUME", null);
      return; // where the owners have PINs the word alone is not enough
    }
    if (question.what() == Asked.SETTING) {
      deed("SETTING", null);
      setting = meant;
    }
    var spend = spends.get(question.intent());
    if (spend == null || meant < 0) return;
    if (question.what() == Asked.PAID) paid(spend, person, meant);
    if (question.what() == Asked.AMOUNT) amount(spend, person, meant);
  }

  private void amount(SimSpend spend, String person, long meant) {
    if (spend.state != State.AWAITING || frozen || now >= spend.first.expiresAt()) return;
    if (meant == spend.worst()) {
      if (spend.first.tier() >= 3) {
        var question = questions.get(person);
        if (question != null) pads.next(person, "STEP", question.conversation(), spend.id());
      }
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
    boolean seen = spend.state == State.NEEDS_HUMAN;
    boolean byHand = spend.byHand() && spend.state == State.ACTIVE;
    if (!house.owners.contains(person) || !(seen || byHand)) return;
    spend.said = amount;
    spend.attested |= seen;
    deed("PAID " + spend.id(), null);
    must("D10", "ticked off", () -> spend.state == State.SETTLED);
  }

  void withdraw(String intent, String person) {
    if (house.staff.contains(person)) deed("WITHDRAW " + intent, null);
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
