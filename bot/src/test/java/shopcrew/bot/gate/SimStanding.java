package shopcrew.bot.gate;

import static shopcrew.bot.gate.SimFailure.unless;

import java.time.LocalDate;
import shopcrew.roles.Proposal;

/// The rules of what stands for longer than one spend: mandates and their draws, lent votes,
// limits.
final class SimStanding {
  private final SimModel model;

  SimStanding(SimModel model) {
    this.model = model;
  }

  /// It was agreed to and its time has come.
  void inForce(SimSpend spend) {
    var house = model.house;
    switch (spend.first.kind()) {
      case "mandate" -> {
        house.mandates.clear(); // one at a time
        var ask = spend.ask;
        if (ask == null || !(ask.proposal() instanceof Proposal.Mandate mandate)) return;
        LocalDate start = mandate.term().start();
        LocalDate end = mandate.term().end();
        if (start == null || end == null) return;
        house.mandates.put(
            spend.id(), new SimHouse.Mandate(start, end, spend.max, spend.first.epoch()));
      }
      case "lend" ->
          house.loans.put(
              spend.id(),
              new SimHouse.Loan(
                  spend.doc.text("by_owner"), spend.doc.text("target"), spend.doc.whole("until")));
      case "cap", "line" -> house.set(spend.doc.text("target"), spend.max);
      case "owner" -> house.owners.add("owner_" + spend.id().toLowerCase(java.util.Locale.ROOT));
      case "new_pin" -> {
        house.pins.remove(spend.doc.text("target"));
        house.pressed.remove(spend.doc.text("target"));
        house.newPin(spend.doc.text("target"), model.now);
      }
      default -> {}
    }
  }

  /// It has ended, or was taken back.
  void over(SimSpend spend, String why) {
    String id = spend.id();
    boolean done = why.equals("done");
    var mandate = model.house.mandates.get(id);
    var loan = model.house.loans.get(id);
    boolean ended =
        mandate != null && mandate.end().isBefore(SimLines.day(model.now))
            || loan != null && model.now >= loan.until();
    boolean replaced = why.equals("a new one") || spend.first.kind().equals("mandate");
    boolean known =
        model.did("REVOKE " + id) || model.did("STOP") || model.did("AUTHORITY") || ended;
    unless(done || known || replaced, "C7", "ended by nobody: " + why);
    if (done) model.deeds.add("DONE");
    model.house.mandates.remove(id);
    model.house.loans.remove(id);
  }

  /// C7 G5: a draw fits its mandate, which holds.
  void drawn(SimSpend spend) {
    unless(holds(spend), "C7", "drawn on nothing: " + spend.first);
    var mandate = model.house.mandates.get(spend.first.mandate());
    if (mandate == null) return;
    var today = SimLines.day(model.now);
    unless(!today.isBefore(mandate.start()), "C7", "drawn too early");
    unless(!today.isAfter(mandate.end()), "C7", "drawn too late");
    unless(spend.first.category().equals("ads"), "C7", "drawn for " + spend.first.category());
    long drawn = drawn(spend.first.mandate()) + spend.first.amount();
    unless(drawn <= mandate.total(), "C7", drawn + " of " + mandate.total());
  }

  boolean holds(SimSpend spend) {
    var mandate = model.house.mandates.get(spend.first.mandate());
    return mandate != null && mandate.epoch() == model.epoch;
  }

  long drawn(String mandate) {
    return model.spends.values().stream()
        .filter(s -> s.first.mandate().equals(mandate))
        .mapToLong(s -> s.held() + s.posted)
        .sum();
  }
}
