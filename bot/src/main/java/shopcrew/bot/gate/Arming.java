package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopcrew.bot.gate.Approvals.Step;
import shopcrew.bot.gate.Tokens.Action;
import shopcrew.bot.gate.Tokens.Token;
import shopcrew.db.Outbox.Button;

/// The yes: everything is looked at again, the persons are counted, the money is put aside, and the
/// time begins in which anybody can take it back.
final class Arming {
  private static final Duration IN_TIME = Duration.ofMinutes(15);
  private static final Duration IN_TIME_LATER = Duration.ofHours(24);
  private static final Duration KEEP = Duration.ofDays(30);

  private final Desk desk;
  private final Proposing proposing;
  private final Pad pad;
  private final Authority authority;
  private final CrashPoints crash;

  Arming(Desk desk, Proposing proposing, Pad pad, CrashPoints crash) {
    this.desk = desk;
    this.proposing = proposing;
    this.pad = pad;
    this.authority = new Authority(desk);
    this.crash = crash;
  }

  void confirm(Intent intent, Notices.Reader reader, Token token, Instant now) {
    if (!complete(intent, reader.person(), false)) {
      desk.notices().answer(reader, "stale");
      return;
    }
    if (!desk.tokens().consume(token, now)) return;
    if (risen(intent, now)) {
      reissue(intent, now);
      return;
    }
    String shown = desk.cards().confirm(intent.doc(), reader.language());
    desk.approvals()
        .add(intent, reader.person(), Step.CONFIRM, shown, reader.language(), token.hash(), now);
    crash.at("approved, not counted");
    if (Authority.alone(intent)) {
      desk.notices()
          .tell(
              intent,
              "sleep/" + token.hash(),
              "sleep",
              "what",
              what(intent),
              "at",
              later(now.plus(Authority.ALONE)));
      return;
    }
    var persons = persons(intent, reader, now);
    if (persons.size() < intent.persons()) wait(intent, reader);
    else arm(intent, persons, now);
  }

  /// Everybody whose steps are complete, the one of now first; a lent vote fills the last place.
  private List<String> persons(Intent intent, Notices.Reader reader, Instant now) {
    var persons = new ArrayList<String>();
    persons.add(reader.person());
    for (var owner : desk.notices().persons()) {
      if (!persons.contains(owner.id()) && complete(intent, owner.id(), true)) {
        persons.add(owner.id());
      }
    }
    boolean house = intent.provider() == ProviderClass.HOUSE;
    if (persons.size() < intent.persons() && !house) {
      loan(reader.person(), now)
          .filter(loan -> !persons.contains(loan.doc().text("by_owner")))
          .ifPresent(loan -> lent(intent, loan, reader, persons, now));
    }
    return persons.subList(0, Math.min(persons.size(), intent.persons()));
  }

  private void lent(
      Intent intent, Intent loan, Notices.Reader reader, List<String> persons, Instant now) {
    String lender = loan.doc().text("by_owner");
    String shown = desk.cards().confirm(intent.doc(), reader.language());
    desk.approvals().add(intent, lender, Step.LENT, shown, reader.language(), loan.id(), now);
    persons.add(lender);
  }

  /// A vote that was lent to this person and still holds. Not for the gate's own matters.
  private Optional<Intent> loan(String borrower, Instant now) {
    return desk.intents().in(State.ACTIVE).stream()
        .filter(i -> i.provider() == ProviderClass.HOUSE)
        .filter(i -> House.Kind.of(i.doc()) == House.Kind.LEND)
        .filter(i -> i.doc().text("target").equals(borrower))
        .filter(i -> now.toEpochMilli() < i.doc().whole("until"))
        .filter(i -> authority.of(i) == Authority.Verdict.GOOD)
        .findFirst();
  }

  private boolean complete(Intent intent, String person, boolean withYes) {
    return Authority.steps(intent).stream()
        .filter(step -> withYes || step != Step.CONFIRM)
        .allMatch(step -> desk.approvals().has(intent, person, step));
  }

  private boolean risen(Intent intent, Instant now) {
    var tier =
        desk.tiers()
            .of(intent.doc(), intent.doc().max(), desk.history().fingerprint(intent.id()), now);
    return tier.number() > intent.tier() || tier.persons() > intent.persons();
  }

  private void wait(Intent intent, Notices.Reader reader) {
    var others =
        desk.notices().persons().stream().filter(p -> !p.id().equals(reader.person())).toList();
    String names =
        desk.notices().names(others.stream().map(shopcrew.db.People.Person::id).toList());
    String who = desk.notices().name(reader.person());
    for (var to : desk.notices().approvers()) {
      boolean own = to.person().equals(reader.person());
      String text =
          desk.notices()
              .text(
                  to.language(),
                  own ? "waiting" : "waiting_you",
                  "who",
                  own ? names : who,
                  "what",
                  what(intent));
      String cause = Notices.cause(intent, "waiting/" + reader.person());
      boolean here = to.conversation().equals(reader.conversation());
      if (here) cause += "/" + UUID.randomUUID(); // a second tap is answered too
      desk.notices().send(to, "notice", text, List.of(), cause);
    }
  }

  /// The PIN a second time, after the night's sleep.
  void again(Intent intent, Notices.Reader reader, String key, Instant now) {
    if (!complete(intent, reader.person(), true) || intent.state() != State.AWAITING) {
      desk.notices().answer(reader, "stale");
      return;
    }
    if (risen(intent, now)) {
      reissue(intent, now);
      return;
    }
    String shown = desk.cards().pin(intent.doc(), reader.language());
    desk.approvals().add(intent, reader.person(), Step.AGAIN, shown, reader.language(), key, now);
    arm(intent, List.of(reader.person()), now);
  }

  private void arm(Intent intent, List<String> persons, Instant now) {
    if (!desk.purse().hold(intent, desk.clock().day(now), now)) {
      reissue(intent, now);
      return;
    }
    crash.at("held");
    Instant start = start(intent.doc(), now);
    boolean soon = Duration.between(now, start).compareTo(Duration.ofHours(1)) < 0;
    Instant end = start.plus(soon ? IN_TIME : IN_TIME_LATER);
    if (!desk.intents().arm(intent.id(), String.join(" ", persons), now, start, end)) {
      throw new IllegalStateException("armed by somebody else inside one transaction");
    }
    desk.challenges().closeAll(intent.id());
    desk.notices()
        .tell(
            intent,
            "armed",
            to -> undo(intent, to, now, start),
            soon ? "armed" : "armed_later",
            "who",
            desk.notices().names(persons),
            "what",
            what(intent),
            "amount",
            intent.doc().max(),
            "at",
            later(start),
            "wait",
            desk.notices().of(intent.doc(), desk.cards()::grace));
    crash.at("armed, not committed");
  }

  /// When it may be done: after the grace, or for what gives more power on the next day.
  private Instant start(SpendDoc doc, Instant now) {
    return switch (doc.text("wait")) {
      case "next_day" -> {
        ZonedDateTime day = now.atZone(desk.clock().zone());
        yield day.toLocalDate().plusDays(1).atStartOfDay(desk.clock().zone()).toInstant();
      }
      case "day" -> now.plus(Duration.ofHours(24));
      default -> now.plusSeconds(doc.whole("grace"));
    };
  }

  private List<Button> undo(Intent intent, Notices.Reader reader, Instant now, Instant start) {
    if (!reader.approver()) return List.of();
    String token =
        desk.tokens()
            .issue(
                Action.UNDO,
                intent,
                reader.person(),
                reader.conversation(),
                intent.epoch(),
                now,
                start.plus(KEEP));
    return List.of(desk.notices().button(reader, "button.undo", token));
  }

  /// More is needed than was shown, or a cap is full: a new document, and its card.
  private void reissue(Intent intent, Instant now) {
    desk.challenges().closeAll(intent.id());
    desk.intents().move(intent.id(), State.AWAITING, State.SUPERSEDED, "risen", now);
    desk.notices().tell(intent, "risen", "reissued", "what", what(intent));
    proposing.again(intent, "risen", now);
  }

  /// Asks a sole owner for the PIN again when the wait is over.
  void sweep(Instant look) {
    for (var intent : desk.intents().in(State.AWAITING)) {
      if (!Authority.alone(intent)) continue;
      for (var reader : desk.notices().approvers()) {
        desk.approvals().of(intent.id()).stream()
            .filter(a -> a.person().equals(reader.person()) && a.step() == Step.CONFIRM)
            .filter(a -> !look.isBefore(a.at().plus(Authority.ALONE)))
            .findFirst()
            .ifPresent(given -> askAgain(intent, reader));
      }
    }
  }

  private void askAgain(Intent intent, Notices.Reader reader) {
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              String no = proposing.token(Action.NO, intent, reader, now);
              String yes = proposing.token(Action.AGAIN, intent, reader, now);
              String text = desk.notices().text(reader.language(), "slept", "what", what(intent));
              desk.notices()
                  .send(
                      reader,
                      "notice",
                      text,
                      List.of(
                          desk.notices().button(reader, "button.no", no),
                          desk.notices().button(reader, "button.again", yes)),
                      Notices.cause(intent, "slept"));
            });
  }

  /// The tap on it.
  void askPin(Intent intent, Notices.Reader reader, Instant now) {
    if (pad.ready(reader, now)) pad.again(intent, reader, now);
  }

  private java.util.function.UnaryOperator<String> later(Instant at) {
    return language -> desk.cards().time(at, language);
  }

  private Object what(Intent intent) {
    return desk.notices().of(intent.doc(), desk.cards()::what);
  }
}
