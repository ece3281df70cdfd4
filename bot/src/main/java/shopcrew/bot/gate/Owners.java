package shopcrew.bot.gate;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Who may say yes, and what a change among them ends: nothing that was agreed to under the old
/// rules is ever sent.
final class Owners {
  private final Desk desk;
  private final Proposing proposing;

  Owners(Desk desk, Proposing proposing) {
    this.desk = desk;
    this.proposing = proposing;
  }

  /// Approved things are off, waiting ones are asked anew, and old buttons mean nothing any more.
  void changed(Instant now) {
    desk.state().changed(now);
    desk.challenges().lapse();
    desk.audit().add(now, "authority", null, "epoch", String.valueOf(desk.state().epoch()));
    endStanding(now);
    for (var intent : desk.intents().in(State.ARMED)) {
      desk.intents().move(intent.id(), State.ARMED, State.VOIDED, "authority", now);
      desk.purse().release(intent, now);
      desk.notices().tell(intent, "voided", "void.authority", "what", what(intent));
    }
    for (var intent : desk.intents().in(State.AWAITING)) {
      desk.intents().move(intent.id(), State.AWAITING, State.SUPERSEDED, "authority", now);
      desk.notices().tell(intent, "asked anew", "reissued", "what", what(intent));
      proposing.again(intent, "authority", now);
    }
  }

  /// Mandates and lent votes end with the authority that gave them; an allowance stays.
  void endStanding(Instant now) {
    for (var intent : desk.intents().in(State.ACTIVE)) {
      if (intent.provider() != ProviderClass.HOUSE) continue;
      if (House.Kind.of(intent.doc()) == House.Kind.RUNNING) continue;
      if (desk.intents().move(intent.id(), State.ACTIVE, State.SETTLED, "authority", now)) {
        desk.mandates().revoke(intent.id(), now);
        desk.notices().tell(intent, "ended", "ended_with", "what", what(intent));
      }
    }
  }

  /// Somebody may agree no more, at once: it takes power away.
  void remove(String person, Notices.Reader by, Instant now) {
    boolean last = desk.notices().persons().stream().allMatch(p -> p.id().equals(person));
    if (last || !desk.notices().approver(person)) {
      desk.notices().answer(by, "owner.last");
      return;
    }
    String name = desk.notices().name(person);
    tellAll(
        "owner.removed", "removed/" + person, "who", name, "by", desk.notices().name(by.person()));
    desk.people().left(person, now);
    desk.pins().forget(person);
    desk.keypads().close(person);
    desk.audit().add(now, "owner removed", null, "person", person, "by", by.person());
    changed(now);
  }

  /// The same to every owner.
  void tellAll(String key, String cause, Object... values) {
    for (var reader : desk.notices().approvers()) {
      String text = desk.notices().text(reader.language(), key, values);
      desk.notices().send(reader, "notice", text, List.of(), "gate/" + cause);
    }
  }

  UnaryOperator<String> later(Instant at) {
    return language -> desk.cards().time(at, language);
  }

  private Object what(Intent intent) {
    return desk.notices().of(intent.doc(), desk.cards()::what);
  }
}
