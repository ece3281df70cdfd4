package shopcrew.bot.gate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.gate.SimModel.Asked;

/// The part of the reference that knows what each keypad is for, and what the pressed keys mean.
final class SimPads {
  private static final long OPEN = 180_000;

  private final SimModel model;
  private final Map<String, SimHouse.Pad> next = new HashMap<>();

  SimPads(SimModel model) {
    this.model = model;
  }

  void begin() {
    next.clear();
  }

  /// The keypad that must come in this event.
  void next(String person, String purpose, String conversation, String intent) {
    next.put(person, pad(purpose, conversation, intent, 0));
  }

  private SimHouse.Pad pad(String purpose, String conversation, String intent, long line) {
    return new SimHouse.Pad(
        purpose, conversation, intent, model.epoch, model.now + OPEN, line, new StringBuilder());
  }

  /// A keypad came; the one that was expected, or one of the settings.
  void came(String person, String conversation, long line) {
    var expected = next.get(person);
    String purpose = expected != null ? expected.purpose() : "SETTING";
    String intent = expected != null ? expected.intent() : "";
    model.house.pads.put(person, pad(purpose, conversation, intent, line));
  }

  /// True: it was the sixth, and there must be an answer.
  boolean pressed(String person, String conversation, @Nullable SimButton key) {
    var pad = model.house.pads.get(person);
    boolean good =
        pad != null
            && key != null
            && key.person.equals(person)
            && key.line == pad.line()
            && pad.conversation().equals(conversation)
            && pad.epoch() == model.epoch
            && model.now < pad.until()
            && model.house.owners.contains(person);
    if (pad == null || key == null || !good) return false;
    if (!key.label.matches("\\d")) {
      boolean back = SimPhones.back(key.label);
      if (!back) model.house.pads.remove(person);
      else pad.pressed().setLength(Math.max(0, pad.pressed().length() - 1));
      return false;
    }
    pad.pressed().append(key.label);
    if (pad.pressed().length() < 6) return false;
    model.house.pads.remove(person);
    whole(person, pad, pad.pressed().toString());
    return true;
  }

  private void whole(String person, SimHouse.Pad pad, String digits) {
    model.house.pressed.put(person, digits);
    if (model.house.locked(person, model.now)) return;
    var spend = model.spends.get(pad.intent());
    if (!digits.equals(model.house.pins.get(person)) && !pad.purpose().equals("SETTING")) {
      model.deeds.add("WRONGPIN " + person);
      if (spend != null) model.deeds.add("WRONGPIN " + spend.id());
      next.put(person, pad);
      return;
    }
    model.deeds.add("PINNED " + person);
    boolean sure = !model.house.doubtful(person, model.now);
    if (pad.purpose().equals("RESUME")) {
      model.deed("RESUME", null);
      if (sure && model.frozen) model.must("E1", "resumed", () -> !model.frozen);
    } else if (spend == null) {
      model.deed("SETTING", null);
    } else {
      spend(person, pad, spend, sure);
    }
  }

  private void spend(String person, SimHouse.Pad pad, SimSpend spend, boolean sure) {
    switch (pad.purpose()) {
      case "STEP" -> {
        boolean open =
            spend.state == State.AWAITING && model.now < spend.first.expiresAt() && !model.frozen;
        model.deed("PIN " + person + " " + spend.id(), null);
        if (sure && open) {
          model.must(
              "A2",
              "the right PIN counts " + spend.state + spend.first + spend.steps,
              () -> SimModel.done(spend, person, "PIN"));
        }
      }
      case "AGAIN" -> model.deed("AGAIN " + person + " " + spend.id(), null);
      case "NOT_OUT" -> model.deed("ATTEST " + spend.id(), null);
      case "WENT_OUT" -> {
        if (spend.state != State.NEEDS_HUMAN) return;
        model.question(person, Asked.PAID, pad.conversation(), spend.id(), model.now + 3_600_000);
      }
      default -> throw new IllegalStateException(pad.purpose());
    }
  }
}
