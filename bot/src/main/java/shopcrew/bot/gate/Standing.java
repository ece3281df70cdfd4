package shopcrew.bot.gate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import shopcrew.db.Money;

/// What holds for longer than one spend and needs the time: mandates and loans that end, the second
/// PIN after a night, a clock that was set.
final class Standing {
  private static final int GOOD_FROM = 9;

  private final Desk desk;
  private final House house;
  private final Arming arming;
  private final Owners owners;
  private final Inspection inspection;
  private final Recovery recovery;
  private boolean steady = true;

  Standing(
      Desk desk,
      House house,
      Arming arming,
      Owners owners,
      Inspection inspection,
      Recovery recovery) {
    this.desk = desk;
    this.house = house;
    this.arming = arming;
    this.owners = owners;
    this.inspection = inspection;
    this.recovery = recovery;
  }

  void sweep() {
    Instant look = desk.clock().look();
    boolean now = desk.clock().steady();
    if (steady && !now) {
      owners.tellAll("clock", "clock/" + look.toEpochMilli() / 60_000);
    }
    steady = now;
    arming.sweep(look);
    inspection.sweep(look);
    recovery.sweep(look);
    LocalDate today = desk.clock().day(look);
    for (var intent : desk.intents().in(State.ACTIVE)) {
      if (intent.provider() != ProviderClass.HOUSE) continue;
      var doc = intent.doc();
      switch (House.Kind.of(doc)) {
        case MANDATE -> {
          if (doc.day("end").isBefore(today)) end(intent, "ended");
        }
        case LEND -> {
          if (look.toEpochMilli() >= doc.whole("until")) end(intent, "loan_ended");
        }
        case RUNNING, CAP, LINE, OWNER, NEW_PIN -> {}
      }
    }
    weekly(look, today);
  }

  private void end(Intent seen, String key) {
    desk.db()
        .writing(
            h -> {
              var intent = desk.intents().find(seen.id()).orElseThrow();
              if (!house.revoke(intent, key, desk.clock().now())) return;
              desk.notices().tell(intent, key, key, "what", what(intent));
            });
  }

  /// On Mondays in the morning: what the mandates have used.
  private void weekly(Instant look, LocalDate today) {
    if (today.getDayOfWeek() != DayOfWeek.MONDAY || desk.clock().hour(look) < GOOD_FROM) return;
    String week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    for (var mandate : desk.mandates().open()) {
      desk.db()
          .writing(
              h -> {
                if (!desk.mandates().tellOnce(mandate.id(), week)) return;
                var intent = desk.intents().find(mandate.id()).orElseThrow();
                desk.notices()
                    .tell(
                        intent,
                        "week " + week,
                        "mandate_week",
                        "what",
                        what(intent),
                        "drawn",
                        Money.of(mandate.drawn(), desk.currency()),
                        "left",
                        Money.of(mandate.total() - mandate.drawn(), desk.currency()));
              });
    }
  }

  private Object what(Intent intent) {
    return desk.notices().of(intent.doc(), desk.cards()::what);
  }
}
