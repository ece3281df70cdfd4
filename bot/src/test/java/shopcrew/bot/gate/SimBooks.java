package shopcrew.bot.gate;

import static shopcrew.bot.gate.SimFailure.unless;

import java.util.HashMap;
import java.util.Map;

/// The money of the check: what the gate's ledger, caps and mandates hold against the reference.
final class SimBooks {
  private final SimRows rows;
  private final String shop;
  private final SimModel model;
  private final SimRules rules;
  private final SimPlatform platform;
  private final Map<String, Long> held = new HashMap<>();
  private long entry;

  SimBooks(SimRows rows, String shop, SimModel model, SimRules rules, SimPlatform platform) {
    this.rows = rows;
    this.shop = shop;
    this.model = model;
    this.rules = rules;
    this.platform = platform;
  }

  /// C2 to C6: the ledger, the sums of every spend and every window.
  void compare(Map<String, SimRows.Row> found) {
    for (var one : rows.entries(shop, entry)) {
      unless(one.entry() == entry + 1, "F1", "a gap in the ledger");
      entry = one.entry();
      var spend = model.spends.get(one.intent());
      if (spend == null) throw new SimFailure("C4", "money of nothing");
      unless(one.amount() > 0 && !one.debit().equals(one.credit()), "C4", "" + one);
      switch (one.kind()) {
        case "HOLD" -> held.merge(one.intent(), one.amount(), Long::sum);
        case "POST" -> {
          held.merge(one.intent(), -one.amount(), Long::sum);
          spend.posted += one.amount();
          if (spend.first.category().equals("purchase")) model.house.payees.add("one");
        }
        case "RELEASE" -> held.merge(one.intent(), -one.amount(), Long::sum);
        case "OVERRUN" -> spend.overrun += one.amount();
        default -> throw new SimFailure("C4", "" + one);
      }
    }
    for (var spend : model.spends.values()) {
      var row = found.get(spend.id());
      if (row == null) throw new SimFailure("F2", "gone: " + spend.id());
      long aside = held.getOrDefault(spend.id(), 0L);
      unless(aside == spend.held(), "C6", spend.state + " holds " + aside + ": " + row);
      unless(row.charged() == spend.charged(), "C5", row.charged() + " charged: " + row);
      unless(spend.posted <= spend.first.amount(), "C3", "" + row);
      boolean alarmed = spend.toldOf.contains("overrun") || spend.attested;
      unless(spend.overrun == 0 || alarmed, "C3", "no alarm: " + row);
      if (spend.byPlatform() && !spend.attested && spend.charged() > 0) {
        unless(spend.charged() <= platform.charged(spend.tag()), "C10", "more than billed: " + row);
      }
      if (spend.byHand() && spend.state == State.SETTLED) {
        unless(spend.charged() == spend.said, "C10", spend.said + " was said: " + row);
      }
    }
    for (var mandate : rows.mandates(shop)) {
      long drawn = rules.drawn(mandate.id());
      unless(mandate.drawn() == drawn, "C7", drawn + " drawn, but " + mandate);
      unless(drawn <= mandate.total(), "C7", "" + mandate);
    }
    for (var window : rows.windows(shop)) {
      String name = window.category() + " " + window.slot();
      Long cap = model.house.highest.get(SimHouse.limitOf(name));
      unless(cap != null && window.cap() <= cap, "C2", "another cap: " + window);
      unless(window.reserved() + window.posted() <= window.cap(), "C2", "" + window);
      unless(
          window.reserved() == model.reserved(name)
              && window.posted() == model.posted(name)
              && window.overrun() == model.overrun(name),
          "C5",
          window + " but " + model.reserved(name) + " and " + model.posted(name));
    }
  }
}
