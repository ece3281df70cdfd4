package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import shopcrew.bot.gate.Challenges.Challenge;
import shopcrew.bot.gate.Challenges.Purpose;
import shopcrew.db.Money;
import shopcrew.db.Outbox.Button;

/// The owners' own settings, in plain buttons: PIN, caps, lines, who may agree, a lent vote,
/// running costs. Making anything stricter is done at once; the rest goes the way of a spend.
final class Menu {
  static final Duration OPEN = Duration.ofHours(1);
  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_LOAN = 24;
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[:：点](\\d{2})?)?");

  private final Desk desk;
  private final Pad pad;
  private final House house;

  Menu(Desk desk, Pad pad, House house) {
    this.desk = desk;
    this.pad = pad;
    this.house = house;
  }

  /// The first page.
  void show(Notices.Reader reader, Instant now) {
    if (!reader.approver()) {
      desk.notices().answer(reader, "not_owner");
      return;
    }
    var lines = desk.limits();
    var buttons = new ArrayList<Button>();
    for (String page : List.of("pin", "caps", "lines", "owners", "lend", "running")) {
      if (page.equals("lend") && desk.notices().owners() < 2) continue;
      buttons.add(button(reader, page, "menu." + page, now));
    }
    boolean two = desk.notices().owners() > 1;
    desk.notices()
        .answer(
            reader,
            buttons,
            two ? "menu" : "menu.alone",
            "small",
            lines.get("line.small"),
            "middle",
            lines.get("line.middle"),
            "both",
            lines.get("line.both"),
            "day",
            desk.caps().left("total", 'D', desk.clock().day(now)),
            "month",
            desk.caps().left("total", 'M', desk.clock().day(now)));
  }

  /// A button of these pages was tapped.
  void tapped(String note, Notices.Reader reader, Instant now) {
    String[] part = note.split("/", 2);
    switch (part[0]) {
      case "pin" -> pin(reader, now);
      case "caps" -> pick(Limits.caps(), reader, now);
      case "lines" -> pick(Limits.lines(), reader, now);
      case "limit" -> type(note, reader, "menu.limit", desk.limits().get(part[1]), now);
      case "running" -> type(note, reader, "menu.running.ask", Money.zero(desk.currency()), now);
      case "owners" -> owners(reader, now);
      case "add" -> type(note, reader, "menu.name", Money.zero(desk.currency()), now);
      case "out" -> {
        if (pad.ready(reader, now)) {
          pad.ask(Keypads.Purpose.REMOVE, null, reader, part[1], "", "owner.pin", now);
        }
      }
      case "reset" -> house.newPin(part[1], reader, key(), now);
      case "lend" -> lend(reader, now);
      case "to" -> type(note, reader, "menu.until", Money.zero(desk.currency()), now);
      default -> throw new IllegalStateException(note);
    }
  }

  private void pin(Notices.Reader reader, Instant now) {
    if (desk.pins().of(reader.person()).isEmpty()) {
      pad.ask(Keypads.Purpose.NEW, null, reader, "", "", "pin.new", now);
    } else if (pad.ready(reader, now)) {
      pad.ask(Keypads.Purpose.OLD, null, reader, "", "", "pin.old", now);
    }
  }

  private void pick(List<String> names, Notices.Reader reader, Instant now) {
    var buttons = new ArrayList<Button>();
    for (String name : names) {
      String amount = Cards.money(desk.limits().get(name), reader.language());
      String label = desk.words().say(reader.language(), "limit." + name) + " " + amount;
      buttons.add(new Button(label, pad.setting(reader, "limit/" + name, now)));
    }
    desk.notices().answer(reader, buttons, "menu.which");
  }

  private void owners(Notices.Reader reader, Instant now) {
    var buttons = new ArrayList<Button>();
    buttons.add(button(reader, "add", "menu.add", now));
    for (var person : desk.notices().persons()) {
      if (person.id().equals(reader.person())) continue;
      buttons.add(named(reader, "out/" + person.id(), "menu.out", person.name(), now));
      if (desk.pins().of(person.id()).isPresent()) {
        buttons.add(named(reader, "reset/" + person.id(), "menu.reset", person.name(), now));
      }
    }
    var names = desk.notices().persons().stream().map(shopcrew.db.People.Person::id).toList();
    desk.notices().answer(reader, buttons, "menu.people", "names", desk.notices().names(names));
  }

  private void lend(Notices.Reader reader, Instant now) {
    var buttons = new ArrayList<Button>();
    for (var person : desk.notices().persons()) {
      if (person.id().equals(reader.person())) continue;
      buttons.add(named(reader, "to/" + person.id(), "menu.to", person.name(), now));
    }
    desk.notices().answer(reader, buttons, "menu.lend.who");
  }

  private void type(String note, Notices.Reader reader, String key, Money now1, Instant now) {
    desk.challenges()
        .open(
            "setting/" + UUID.randomUUID(),
            Purpose.SETTING,
            null,
            reader.person(),
            reader.conversation(),
            desk.state().epoch(),
            now.plus(OPEN),
            note);
    desk.notices().answer(reader, key, "now", now1, "plain", now1.plain());
  }

  /// The answer was typed; false: it is not an answer to this, and for the team to read.
  boolean typed(Challenge challenge, String text, Notices.Reader reader, Instant now) {
    String[] part = challenge.note().split("/", 2);
    return switch (part[0]) {
      case "limit" -> limit(challenge, part[1], text, reader, now);
      case "running" -> running(challenge, text, reader, now);
      case "add" -> name(challenge, text, reader, now);
      case "to" -> until(challenge, part[1], text, reader, now);
      default -> false;
    };
  }

  private boolean limit(
      Challenge challenge, String name, String text, Notices.Reader reader, Instant now) {
    return switch (Amounts.read(text, desk.currency())) {
      case Amounts.Typed.Other _ -> false;
      case Amounts.Typed.Unclear _ -> unclear(reader, desk.limits().get(name));
      case Amounts.Typed.Amount typed -> {
        desk.challenges().close(challenge);
        Money before = desk.limits().get(name);
        if (typed.money().moreThan(before)) {
          house.raise(name, before, typed.money(), reader, key(), now);
        } else {
          desk.limits().set(name, typed.money(), now);
          desk.audit().add(now, "lowered", null, "limit", name, "by", reader.person());
          lowered(name, typed.money(), reader);
        }
        yield true;
      }
    };
  }

  private void lowered(String name, Money to, Notices.Reader by) {
    for (var reader : desk.notices().approvers()) {
      String text =
          desk.notices()
              .text(
                  reader.language(),
                  "lowered",
                  "who",
                  desk.notices().name(by.person()),
                  "limit",
                  desk.words().say(reader.language(), "limit." + name),
                  "to",
                  to);
      String cause = "gate/lowered/" + name + "/" + UUID.randomUUID();
      desk.notices().send(reader, "notice", text, List.of(), cause);
    }
  }

  private boolean running(Challenge challenge, String text, Notices.Reader reader, Instant now) {
    return switch (Amounts.read(text, desk.currency())) {
      case Amounts.Typed.Other _ -> false;
      case Amounts.Typed.Unclear _ -> unclear(reader, Money.zero(desk.currency()));
      case Amounts.Typed.Amount typed -> {
        desk.challenges().close(challenge);
        if (typed.money().isPositive()) house.running(typed.money(), reader, key(), now);
        else desk.notices().answer(reader, "refuse.amount");
        yield true;
      }
    };
  }

  private boolean name(Challenge challenge, String text, Notices.Reader reader, Instant now) {
    String name = Plain.line(text, LONGEST_NAME);
    if (name.isBlank() || name.endsWith("…")) {
      desk.notices().answer(reader, "menu.name", "now", "", "plain", "");
      return true;
    }
    desk.challenges().close(challenge);
    house.owner(name, reader, key(), now);
    return true;
  }

  /// "18", "18:30", "18点": the next time the clock shows it, within a day.
  private boolean until(
      Challenge challenge, String borrower, String text, Notices.Reader reader, Instant now) {
    var match = HOUR.matcher(text.strip());
    if (!match.matches() || Integer.parseInt(match.group(1)) >= LONGEST_LOAN) return false;
    String minutes = match.group(2);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (minute > 59) return false;
    desk.challenges().close(challenge);
    LocalDateTime here = now.atZone(desk.clock().zone()).toLocalDateTime();
    LocalDateTime at = here.toLocalDate().atTime(Integer.parseInt(match.group(1)), minute);
    if (!at.isAfter(here)) at = at.plusDays(1);
    house.lend(borrower, at.atZone(desk.clock().zone()).toInstant(), reader, key(), now);
    return true;
  }

  private boolean unclear(Notices.Reader reader, Money example) {
    desk.notices().answer(reader, "unclear", "plain", example.plain());
    return true;
  }

  private Button button(Notices.Reader reader, String note, String key, Instant now) {
    return new Button(desk.words().say(reader.language(), key), pad.setting(reader, note, now));
  }

  private Button named(Notices.Reader reader, String note, String key, String name, Instant now) {
    String label = desk.words().say(reader.language(), key, "who", name);
    return new Button(label, pad.setting(reader, note, now));
  }

  private static String key() {
    return "setting/" + UUID.randomUUID();
  }
}
