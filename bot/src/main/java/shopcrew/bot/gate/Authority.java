package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import shopcrew.bot.gate.Approvals.Approval;
import shopcrew.bot.gate.Approvals.Step;

/// Works out anew, from the rows, whether a spend was agreed to.
final class Authority {
  /// A shop with one owner sleeps over the largest sums.
  static final Duration ALONE = Duration.ofHours(12);

  enum Verdict {
    /// Every step of every person over these bytes and these words, or a mandate that holds.
    GOOD,
    /// It was agreed to, but something has changed since.
    STALE,
    /// Rows say what nobody sealed.
    TAMPERED
  }

  private final Desk desk;

  Authority(Desk desk) {
    this.desk = desk;
  }

  Verdict of(Intent intent) {
    var doc = intent.doc();
    boolean same =
        doc.hash().equals(intent.docHash())
            && doc.intent().equals(intent.id())
            && doc.text("shop").equals(desk.shop())
            && doc.hold().equals(intent.amount())
            && doc.tier() == intent.tier()
            && doc.persons() == intent.persons()
            && doc.typed() == intent.typed()
            && doc.epoch() == intent.epoch()
            && doc.provider() == intent.provider()
            && doc.has("mandate") == (intent.mandate() != null)
            && doc.text("blocked").isEmpty() != intent.blocked();
    if (!same) return Verdict.TAMPERED;
    String mandate = intent.mandate();
    if (mandate != null) return mandated(intent, mandate);
    if (intent.agreed().isEmpty()) return Verdict.TAMPERED;
    var persons = new HashSet<String>();
    for (String person : intent.agreed()) {
      Verdict verdict = of(intent, person);
      if (verdict != Verdict.GOOD) return verdict;
      persons.add(person);
    }
    if (persons.size() < intent.persons()) return Verdict.TAMPERED;
    return alone(intent) ? again(intent) : Verdict.GOOD;
  }

  /// A draw on a mandate: the mandate itself must still hold, and be what somebody agreed to.
  private Verdict mandated(Intent intent, String mandate) {
    if (!intent.doc().text("mandate").equals(mandate)) return Verdict.TAMPERED;
    if (!desk.mandates().holds(mandate, desk.state().epoch())) return Verdict.STALE;
    return desk.intents().find(mandate).map(this::of).orElse(Verdict.TAMPERED);
  }

  private Verdict of(Intent intent, String person) {
    if (!desk.notices().approver(person)) return Verdict.STALE;
    var given = desk.approvals().of(intent.id());
    var lent = find(given, person, Step.LENT);
    if (lent.isPresent()) return lent(intent, person, lent.get());
    Instant before = Instant.MIN;
    for (Step step : steps(intent)) {
      var one = find(given, person, step);
      if (one.isEmpty()) return Verdict.TAMPERED;
      Verdict verdict = one(intent, one.get());
      if (verdict != Verdict.GOOD) return verdict;
      if (one.get().at().isBefore(before)) return Verdict.TAMPERED;
      before = one.get().at();
    }
    return Verdict.GOOD;
  }

  private Verdict one(Intent intent, Approval approval) {
    if (!desk.approvals().genuine(approval)) return Verdict.TAMPERED;
    if (!approval.docHash().equals(intent.docHash())) return Verdict.TAMPERED;
    if (approval.epoch() != desk.state().epoch()) return Verdict.STALE;
    return approval.shownHash().equals(Encoding.sha256(shown(intent, approval)))
        ? Verdict.GOOD
        : Verdict.STALE;
  }

  /// A lent vote counts if the loan was good when it was used and was not taken back since.
  private Verdict lent(Intent intent, String lender, Approval approval) {
    Verdict verdict = one(intent, approval);
    if (verdict != Verdict.GOOD) return verdict;
    var loan = desk.intents().find(approval.tokenHash());
    if (loan.isEmpty() || House.Kind.of(loan.get().doc()) != House.Kind.LEND) {
      return Verdict.TAMPERED;
    }
    var doc = loan.get().doc();
    boolean fits =
        intent.provider() != ProviderClass.HOUSE
            && doc.text("by_owner").equals(lender)
            && intent.agreed().contains(doc.text("target"))
            && approval.at().toEpochMilli() < doc.whole("until");
    if (!fits) return Verdict.TAMPERED;
    return loan.get().state() == State.ACTIVE ? of(loan.get()) : Verdict.STALE;
  }

  private Verdict again(Intent intent) {
    var given = desk.approvals().of(intent.id());
    String person = intent.agreed().getFirst();
    var first = find(given, person, Step.CONFIRM);
    var second = find(given, person, Step.AGAIN);
    if (first.isEmpty() || second.isEmpty()) return Verdict.TAMPERED;
    if (second.get().at().isBefore(first.get().at().plus(ALONE))) return Verdict.TAMPERED;
    return one(intent, second.get());
  }

  static boolean alone(Intent intent) {
    return intent.tier() == Tiers.HIGHEST && intent.persons() == 1;
  }

  static List<Step> steps(Intent intent) {
    var steps = new ArrayList<Step>();
    steps.add(Step.REVIEW);
    if (intent.tier() >= 2 && intent.typed()) steps.add(Step.AMOUNT);
    if (intent.tier() >= 3) steps.add(Step.PIN);
    steps.add(Step.CONFIRM);
    return steps;
  }

  private static Optional<Approval> find(List<Approval> given, String person, Step step) {
    return given.stream().filter(a -> a.person().equals(person) && a.step() == step).findFirst();
  }

  private String shown(Intent intent, Approval given) {
    var cards = desk.cards();
    return switch (given.step()) {
      case REVIEW -> cards.first(intent.doc(), given.language());
      case AMOUNT -> cards.ask(intent.doc(), given.language());
      case PIN, AGAIN -> cards.pin(intent.doc(), given.language());
      case CONFIRM, LENT -> cards.confirm(intent.doc(), given.language());
    };
  }
}
