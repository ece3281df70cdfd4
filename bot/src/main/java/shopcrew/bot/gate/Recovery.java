package shopcrew.bot.gate;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// When nobody knows a PIN any more: a code that was printed on paper earlier, and three days in
/// which nothing is spent and every owner hears of it. Whoever knows a PIN calls it off by
// resuming.
final class Recovery {
  static final Duration WAIT = Duration.ofHours(72);

  /// The code is kept as the PINs are, and its wrong tries are counted; no person has this id.
  private static final String PAPER = "(paper)";

  /// Without letters and digits that look alike on paper.
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int GROUPS = 5;
  private static final int GROUP = 4;

  private final Desk desk;
  private final Stopping stopping;
  private final Owners owners;
  private final SecureRandom random = new SecureRandom();

  Recovery(Desk desk, Stopping stopping, Owners owners) {
    this.desk = desk;
    this.stopping = stopping;
    this.owners = owners;
  }

  /// A new code, said this once; the one before counts no more.
  String print() {
    var code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) code.append('-');
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    Instant now = desk.clock().now();
    var kept = desk.pins().made(PAPER, plain(code.toString()), now);
    desk.db()
        .writing(
            h -> {
              desk.pins().keep(PAPER, kept);
              desk.audit().add(now, "recovery code", null);
              owners.tellAll("recovery.printed", "recovery/printed/" + now.toEpochMilli());
            });
    return code.toString();
  }

  /// Begins the wait. The key of the sentence that says what comes of it.
  String begin(String typed) {
    var kept = desk.pins().of(PAPER).orElse(null);
    if (kept == null) return "recover.none";
    Instant now = desk.clock().now();
    if (kept.locked(now)) return "recover.locked";
    boolean fits = desk.pins().fits(PAPER, kept, plain(typed));
    return desk.db()
        .write(
            h -> {
              if (!fits) {
                desk.pins().wrong(PAPER, now);
                return "recover.wrong";
              }
              desk.pins().right(PAPER);
              if (begun().isEmpty()) begun(now);
              return "recover.begun";
            });
  }

  private void begun(Instant now) {
    stopping.freeze("recovery", now);
    desk.audit().add(now, "recovery begun", null);
    owners.tellAll(
        "recovery.begun", "recovery/" + now.toEpochMilli(), "until", owners.later(now.plus(WAIT)));
  }

  /// After three days without a word of somebody who knows a PIN, all PINs are forgotten.
  void sweep(Instant look) {
    if (begun().filter(at -> !look.isBefore(at.plus(WAIT))).isEmpty()) return;
    desk.db()
        .writing(
            h -> {
              if (begun().isEmpty()) return;
              Instant now = desk.clock().now();
              desk.pins().forget(PAPER);
              for (var person : desk.notices().persons()) desk.pins().forget(person.id());
              desk.audit().add(now, "recovered", null);
              owners.changed(now);
              owners.tellAll("recovery.done", "recovered/" + now.toEpochMilli());
            });
  }

  /// Since when it waits; empty: it does not, or an owner resumed meanwhile.
  private Optional<Instant> begun() {
    if (!desk.state().frozen()) return Optional.empty();
    return desk.db()
        .read(
            h ->
                h.select(
                        """
                        SELECT event, at FROM gate_audit WHERE shop = ?
                          AND event IN ('recovery begun', 'recovery code', 'recovered', 'resumed')
                        ORDER BY seq DESC LIMIT 1\
                        """,
                        desk.shop())
                    .map((row, context) -> row.getString("event") + "/" + row.getLong("at"))
                    .findOne()
                    .filter(last -> last.startsWith("recovery begun/"))
                    .map(last -> Instant.ofEpochMilli(Long.parseLong(last.split("/")[1]))));
  }

  private static String plain(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }
}
