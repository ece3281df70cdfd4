package shopcrew.bot.gate;

import java.util.List;
import shopcrew.bot.gate.Approvals.Approval;
import shopcrew.bot.gate.Approvals.Step;

/// Works out anew, from the rows, whether a spend was agreed to.
final class Authority {
  enum Verdict {
    /// Every step by one owner, over these bytes and these words.
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
            && doc.max().equals(intent.amount())
            && doc.tier() == intent.tier()
            && doc.epoch() == intent.epoch()
            && doc.provider() == intent.provider()
            && doc.text("blocked").isEmpty() != intent.blocked();
    if (!same) return Verdict.TAMPERED;
    String person = intent.approvedBy();
    if (person == null) return Verdict.TAMPERED;
    for (Step step : steps(intent)) {
      var given =
          desk.approvals().of(intent.id()).stream()
              .filter(a -> a.person().equals(person) && a.step() == step)
              .findFirst();
      if (given.isEmpty() || !desk.approvals().genuine(given.get())) return Verdict.TAMPERED;
      if (!given.get().docHash().equals(intent.docHash())) return Verdict.TAMPERED;
      if (given.get().epoch() != desk.state().epoch()) return Verdict.STALE;
      if (!given.get().shownHash().equals(Encoding.sha256(shown(intent, given.get())))) {
        return Verdict.STALE;
      }
    }
    return desk.notices().approver(person) ? Verdict.GOOD : Verdict.STALE;
  }

  static List<Step> steps(Intent intent) {
    return intent.tier() == 1
        ? List.of(Step.REVIEW, Step.CONFIRM)
        : List.of(Step.REVIEW, Step.AMOUNT, Step.CONFIRM);
  }

  private String shown(Intent intent, Approval given) {
    var cards = desk.cards();
    return switch (given.step()) {
      case REVIEW -> cards.first(intent.doc(), given.language());
      case AMOUNT -> cards.ask(intent.doc(), given.language());
      case CONFIRM -> cards.confirm(intent.doc(), given.language());
    };
  }
}
