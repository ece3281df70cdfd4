package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.gate.SimButton.Action;
import shopcrew.bot.gate.SimModel.Asked;
import shopcrew.db.Money;

/// The hands of everybody: what they tap and type, honestly or not. Each thing is told to the
/// reference before it is done at the gate.
final class SimPeople {
  /// A tap as the channel brings it.
  record Tap(
      String person, String conversation, long line, String token, @Nullable SimButton button) {}

  private static final List<String> ALL = List.of("mei", "jun", "lan", "nobody");
  private static final List<String> OWNERS = List.of("mei", "jun");
  private static final List<String> STOPS = List.of("停", "STOP", "别花了", " stop ", "STOP SPENDING");
  private static final long LOOKS = 2_000;
  private static final int LEND = 4;

  private final SimWorld world;
  private final List<Tap> onTheWay = new ArrayList<>();
  private @Nullable Tap last;

  SimPeople(SimWorld world) {
    this.world = world;
  }

  static String anybody(int which) {
    return ALL.get(which % ALL.size());
  }

  private static String owner(int which) {
    return OWNERS.get(which % OWNERS.size());
  }

  private void tap(Tap tap) {
    last = tap;
    var button = tap.button();
    boolean there = button != null && button.line == tap.line();
    boolean key = button != null && button.action == Action.KEY;
    boolean heard = !key || world.model.pads.pressed(tap.person(), tap.conversation(), button);
    if (heard) world.answered(tap.conversation());
    if (!key) world.model.tap(tap.person(), tap.conversation(), there ? button : null);
    world.swept = world.gate().tap(tap.person(), tap.conversation(), tap.line(), tap.token());
  }

  private void tap(SimButton button, boolean slowly) {
    if (slowly) world.waits(LOOKS);
    tap(new Tap(button.person, button.conversation, button.line, button.token, button));
  }

  /// The next honest step: the question that is open, or the newest button that leads on.
  void step(int who, int which) {
    String person = owner(who);
    var question = world.model.questions.get(person);
    if (question != null && question.what() == Asked.AMOUNT && which % 10 != 0) {
      var spend = world.model.spends.get(question.intent());
      if (spend != null && spend.state == State.AWAITING) {
        types(person, question.conversation(), plain(spend.worst()), spend.worst());
        return;
      }
    }
    var pad = world.model.house.pads.get(person);
    if (pad != null && world.model.now < pad.until() && which % 9 != 0) {
      pin(who, which % 17 == 1 ? 1 : 0);
      return;
    }
    var open =
        world.phones.buttons(person).stream()
            .filter(b -> b.action == Action.CONFIRM || b.action == Action.LOOK)
            .filter(b -> !b.spent && b.epoch == world.model.epoch && waits(b))
            .toList();
    if (open.isEmpty()) {
      newest(person, Action.SMALLER).ifPresent(b -> tap(b, true));
      return;
    }
    var button =
        open.stream()
            .filter(b -> b.action == Action.CONFIRM)
            .findFirst()
            .orElse(open.get(which % 3 > 0 ? 0 : which % open.size()));
    tap(button, true);
  }

  private boolean waits(SimButton button) {
    var spend = world.model.spends.get(String.valueOf(button.intent));
    return spend != null && spend.state == State.AWAITING && !spend.first.blocked();
  }

  /// Any button of one's own, the newer the likelier.
  void any(int who, int how, int which) {
    var buttons = world.phones.buttons(anybody(who));
    if (buttons.isEmpty()) return;
    int reach = Math.min(buttons.size(), 1 + how % 12);
    tap(buttons.get(which % reach), how % 3 > 0);
  }

  /// The newest button of that kind, and of which it still makes sense.
  private Optional<SimButton> newest(String person, Action action) {
    return world.phones.buttons(person).stream().filter(b -> b.action == action).findFirst();
  }

  void no(int who, int how) {
    String person = owner(who);
    newest(person, how % 2 == 0 ? Action.NO : Action.UNDO)
        .or(() -> newest(person, Action.NO))
        .ifPresent(button -> tap(button, true));
  }

  /// A5: a real button in other hands, or one's own in another conversation.
  void forward(int who, int to, int which) {
    var buttons = world.phones.buttons(owner(who));
    if (buttons.isEmpty()) return;
    var button = buttons.get(which % Math.min(6, buttons.size()));
    String person = which % 3 == 0 ? button.person : anybody(to);
    var there = world.phones.conversations(anybody(to));
    String conversation = which % 3 == 1 ? button.conversation : there.getFirst();
    world.waits(LOOKS);
    long line = which % 4 == 0 ? button.line + 1 : button.line;
    tap(new Tap(person, conversation, line, button.token, button));
  }

  void forge(int who, int how) {
    String person = anybody(who);
    var conversation = world.phones.conversations(person).getFirst();
    var real = world.phones.buttons(owner(how));
    String token =
        real.isEmpty() || how % 2 == 0
            ? "g1:" + "A".repeat(24)
            : real.getFirst().token.substring(0, 26)
                + (real.getFirst().token.endsWith("x") ? "y" : "x");
    tap(new Tap(person, conversation, 1 + how, token, null));
  }

  void again() {
    if (last != null) tap(Objects.requireNonNull(last));
  }

  void later(int who, int how) {
    var buttons = world.phones.buttons(owner(who));
    if (buttons.isEmpty()) return;
    var button = buttons.get(how % Math.min(5, buttons.size()));
    onTheWay.add(new Tap(button.person, button.conversation, button.line, button.token, button));
  }

  void arrive(int which, int twice) {
    if (onTheWay.isEmpty()) return;
    int at = which % onTheWay.size();
    Tap tap = twice % 3 == 0 ? onTheWay.get(at) : onTheWay.remove(at);
    tap(tap);
  }

  /// Amounts in every way that people write them, right and wrong, and other words.
  void type(int who, int how, int more) {
    String person = anybody(who);
    var question = world.model.questions.get(person);
    var there = world.phones.conversations(person);
    String conversation =
        question == null || more % 5 == 0
            ? there.get(more % there.size())
            : question.conversation();
    var spend = question == null ? null : world.model.spends.get(question.intent());
    long amount = spend == null ? 5_000 : spend.worst();
    long yuan = amount / 100;
    switch (how % 12) {
      case 0 -> types(person, conversation, plain(amount) + " 元", amount);
      case 1 -> types(person, conversation, "¥" + plain(amount), amount);
      case 2 -> types(person, conversation, wide(plain(amount)), amount);
      case 3, 4 -> types(person, conversation, plain(amount + 100), amount + 100);
      case 5 -> types(person, conversation, String.valueOf(yuan * 10 + 1), (yuan * 10 + 1) * 100);
      case 6 -> types(person, conversation, "三百五", -1);
      case 7 -> types(person, conversation, yuan + ".000", -1);
      case 8 -> types(person, conversation, "好的", -1);
      case 9 -> types(person, conversation, "OK 就这样", -1);
      case 10 -> types(person, conversation, "停一下广告", -1);
      default -> types(person, conversation, String.format(Locale.ROOT, "%,d", yuan), yuan * 100);
    }
  }

  private void types(String person, String conversation, String text, long meant) {
    world.model.typed(person, conversation, text, meant);
    world.swept = world.gate().typed(person, conversation, text);
  }

  /// Six keys of the keypad that came last: the right PIN, a wrong one, or half of one.
  void pin(int who, int how) {
    String person = owner(who);
    var pad =
        world.phones.of(person).reversed().stream()
            .filter(s -> s.event().startsWith("gate/keypad/"))
            .findFirst();
    if (pad.isEmpty()) return;
    String right = world.model.house.pins.getOrDefault(person, "305816");
    String digits = how % 4 == 1 ? "739164" : right;
    int keys = how % 7 == 5 ? 3 : 6;
    for (int i = 0; i < keys; i++) {
      String digit = digits.substring(i, i + 1);
      var key = pad.get().buttons().stream().filter(b -> b.label.equals(digit)).findFirst();
      if (key.isEmpty()) return;
      tap(key.get(), false);
    }
  }

  /// The pages of settings: a word, a button, perhaps another, and an answer.
  void setting(int who, int which, int value) {
    String person = owner(who);
    types(person, world.phones.conversations(person).getFirst(), "花钱设置", -1);
    int first = which % 3 == 0 ? LEND : which % 6;
    for (int page : List.of(first, value)) {
      world.look();
      var last = world.phones.of(person);
      if (last.isEmpty() || value % 11 == 0) return;
      var choices =
          last.getLast().buttons().stream().filter(b -> b.action == Action.SETTING).toList();
      if (!choices.isEmpty()) tap(choices.get(page % choices.size()), true);
    }
    world.look();
    var question = world.model.questions.get(person);
    if (question == null || question.what() != Asked.SETTING) return;
    long amount = 100L * (value % 9_000);
    if (first == LEND) types(person, question.conversation(), value % 24 + "点", -1);
    else types(person, question.conversation(), plain(amount), amount);
  }

  /// Whoever has a standing yes, a draw or an unknown one before them says what is with it.
  void stand(int who, int which) {
    var actions = List.of(Action.REVOKE, Action.NOT_OUT, Action.WENT_OUT, Action.AGAIN);
    newest(owner(who), actions.get(which % actions.size())).ifPresent(b -> tap(b, true));
  }

  void stop(int who, int how) {
    String person = anybody(who);
    var button = newest(person, Action.STOP);
    if (how % 2 == 0 && button.isPresent()) tap(button.get(), false);
    else {
      var conversation = world.phones.conversations(person).getFirst();
      types(person, conversation, STOPS.get(how % STOPS.size()), -1);
    }
  }

  void resume(int who, int how) {
    String person = how % 7 == 0 ? anybody(who) : owner(who);
    var question = world.model.questions.get(person);
    var conversation = world.phones.conversations(person).getFirst();
    boolean asked = question != null && question.what() == Asked.RESUME;
    var button = newest(person, Action.RESUME);
    var pad = world.model.house.pads.get(person);
    if (pad != null && pad.purpose().equals("RESUME") && world.model.now < pad.until()) {
      pin(who, how % 11 == 0 ? 1 : 0);
    } else if (asked && how % 3 == 0) {
      types(person, Objects.requireNonNull(question).conversation(), "恢复花钱", -1);
    } else if (button.isPresent() && world.model.frozen) tap(button.get(), true);
    else types(person, conversation, "RESUME", -1);
  }

  /// What was done by hand is ticked off: in the chat or on the page, with right and wrong sums.
  void tick(int who, int how, int sum) {
    var open =
        world.model.spends.values().stream()
            .filter(s -> s.byHand() && s.state == State.ACTIVE)
            .toList();
    if (open.isEmpty()) return;
    var spend = open.get(sum % open.size());
    String person = owner(who);
    long amount = spend.first.amount();
    long paid = List.of(amount, amount / 2, amount + 500, 0L, 1L).get(sum % 5);
    switch (how % 4) {
      case 0 -> newest(person, Action.PAID).ifPresent(b -> tap(b, true));
      case 1 -> newest(person, Action.NOT_DONE).ifPresent(b -> tap(b, true));
      case 2 -> {
        var question = world.model.questions.get(person);
        if (question == null || question.what() != Asked.PAID) return;
        types(person, question.conversation(), plain(paid), paid);
      }
      default -> {
        String by = how % 3 == 0 ? anybody(who) : person;
        world.model.paid(spend, by, paid);
        world.gate().tickOff(spend.id(), by, Money.of(paid, "CNY"));
      }
    }
  }

  private static String plain(long minor) {
    return Money.of(minor, "CNY").plain();
  }

  private static String wide(String digits) {
    var wide = new StringBuilder();
    for (char c : digits.toCharArray()) {
      wide.append(c == '.' ? '．' : (char) (c - '0' + '０'));
    }
    return wide.toString();
  }
}
