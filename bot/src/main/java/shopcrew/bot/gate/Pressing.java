package shopcrew.bot.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.gate.Keypads.Purpose;
import shopcrew.bot.gate.Keypads.Session;

/// A key of a keypad was pressed. After the sixth the digits are weighed, and forgotten.
final class Pressing {
  private final Desk desk;
  private final Pad pad;
  private final Steps steps;
  private final Arming arming;
  private final Stopping stopping;
  private final Attesting attesting;
  private final Owners owners;
  private final CrashPoints crash;

  Pressing(
      Desk desk,
      Pad pad,
      Steps steps,
      Arming arming,
      Stopping stopping,
      Attesting attesting,
      Owners owners,
      CrashPoints crash) {
    this.desk = desk;
    this.pad = pad;
    this.steps = steps;
    this.arming = arming;
    this.stopping = stopping;
    this.attesting = attesting;
    this.owners = owners;
    this.crash = crash;
  }

  void press(String person, String conversation, String raw) {
    var reader = desk.notices().reader(person, conversation);
    var key =
        desk.keypads()
            .pressed(raw, person, conversation, desk.state().epoch(), desk.clock().look());
    if (key.isEmpty() || !reader.approver()) {
      desk.notices().answer(reader, "pin.closed");
      return;
    }
    Session session = key.get().session();
    switch (key.get().means()) {
      case Keypads.CANCEL -> {
        desk.keypads().close(person);
        desk.notices().answer(reader, "pin.cancelled");
      }
      case Keypads.BACK -> session.pressed().setLength(Math.max(0, session.pressed().length() - 1));
      default -> {
        session.pressed().append(key.get().means());
        if (session.pressed().length() < Pins.DIGITS) return;
        desk.keypads().close(person);
        whole(session, session.pressed().toString(), Encoding.sha256(raw), reader);
        session.pressed().setLength(0);
      }
    }
  }

  private void whole(Session session, String digits, String key, Notices.Reader reader) {
    switch (session.purpose()) {
      case NEW -> first(session, digits, reader);
      case REPEAT -> second(session, digits, reader);
      case STEP, AGAIN, RESUME, ATTEST, OLD, REMOVE -> weigh(session, digits, key, reader);
    }
  }

  private void first(Session session, String digits, Notices.Reader reader) {
    Instant now = desk.clock().now();
    boolean weak = Pins.weak(digits);
    if (weak) pad.ask(Purpose.NEW, null, reader, session.note(), "", "pin.weak", now);
    else pad.ask(Purpose.REPEAT, null, reader, session.note(), digits, "pin.repeat", now);
  }

  private void second(Session session, String digits, Notices.Reader reader) {
    if (!digits.equals(session.first())) {
      pad.ask(Purpose.NEW, null, reader, session.note(), "", "pin.differs", desk.clock().now());
      return;
    }
    Instant from = desk.clock().look().plus(Pins.UNTIL_IT_COUNTS);
    var made = desk.pins().made(session.person(), digits, from);
    desk.db()
        .writing(
            h -> {
              boolean had = desk.pins().of(session.person()).isPresent();
              // Whoever has a PIN changes it only with the old one.
              if (had != session.note().equals("changed")) return;
              desk.pins().keep(session.person(), made);
              Instant now = desk.clock().now();
              desk.audit().add(now, "pin set", null, "person", session.person());
              if (had) owners.changed(now);
              owners.tellAll(
                  "pin.set",
                  "pin/" + from.toEpochMilli() + "/" + session.person(),
                  "who",
                  desk.notices().name(session.person()),
                  "at",
                  owners.later(from));
            });
  }

  private void weigh(Session session, String digits, String key, Notices.Reader reader) {
    var kept = desk.pins().of(session.person());
    if (kept.isEmpty()) {
      desk.notices().answer(reader, "pin.closed");
      return;
    }
    boolean fits = desk.pins().fits(session.person(), kept.get(), digits);
    desk.db()
        .writing(
            h -> {
              Instant now = desk.clock().now();
              var still = desk.pins().of(session.person());
              if (still.isEmpty() || !still.get().hash().equals(kept.get().hash())) return;
              if (still.get().locked(now) || !still.get().counts(now)) {
                pad.ready(reader, now);
              } else if (fits) {
                desk.pins().right(session.person());
                right(session, key, reader, now);
              } else {
                wrong(session, reader, now);
              }
              crash.at("pin counted, not committed");
            });
  }

  private void wrong(Session session, Notices.Reader reader, Instant now) {
    int left = desk.pins().wrong(session.person(), now);
    desk.audit().add(now, "pin wrong", session.intent(), "person", session.person());
    if (left > 0) {
      desk.notices().answer(reader, "pin.wrong", "tries", left);
      var intent = intent(session);
      if (session.purpose() == Purpose.STEP && intent != null) pad.step(intent, reader, now);
      else if (session.purpose() == Purpose.AGAIN && intent != null) {
        pad.again(intent, reader, now);
      } else {
        pad.ask(session.purpose(), intent, reader, session.note(), "", "pin.once_more", now);
      }
      return;
    }
    var intent = intent(session);
    if (intent != null
        && desk.intents().move(intent.id(), State.AWAITING, State.REJECTED, "wrong pin", now)) {
      desk.challenges().closeAll(intent.id());
    }
    owners.tellAll(
        "pin.five",
        "pin/locked/" + now.toEpochMilli(),
        "who",
        desk.notices().name(session.person()),
        "at",
        owners.later(now.plus(Pins.LOCK)));
  }

  private void right(Session session, String key, Notices.Reader reader, Instant now) {
    var intent = intent(session);
    switch (session.purpose()) {
      case STEP -> {
        if (intent != null) steps.pinned(intent, reader, key, now);
      }
      case AGAIN -> {
        if (intent != null) arming.again(intent, reader, key, now);
      }
      case RESUME -> stopping.resumed(reader, now);
      case ATTEST -> {
        if (intent != null) attesting.attested(intent, session.note(), reader, now);
      }
      case OLD -> pad.ask(Purpose.NEW, null, reader, "changed", "", "pin.new", now);
      case REMOVE -> owners.remove(session.note(), reader, now);
      case NEW, REPEAT -> throw new IllegalStateException("was not weighed");
    }
  }

  private @Nullable Intent intent(Session session) {
    String id = session.intent();
    return id == null
        ? null
        : desk.intents().find(id).filter(i -> i.docHash().equals(session.docHash())).orElse(null);
  }
}
