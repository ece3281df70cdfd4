package shopcrew.bot.turns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import shopcrew.db.Database;
import shopcrew.db.Turns;
import shopcrew.roles.Team;
import shopcrew.roles.Trace;
import shopcrew.roles.Trace.Asked;
import shopcrew.roles.Trace.Held;
import shopcrew.roles.Trace.Step;
import shopcrew.roles.Turn;

/// Keeps how each answer came about, in the transaction in which it is said.
public final class Diary {
  private final Turns turns;
  private final InstantSource clock;

  public Diary(Database database, String shop, InstantSource clock) {
    this.turns = new Turns(database, shop);
    this.clock = clock;
  }

  /// What is kept of it; made before the transaction begins.
  ///
  /// @param cause under which it is said
  /// @param first the number of the first message that is answered; 0 where nobody asked
  /// @param last the number of the last one
  public Turns.Entry entry(Turn turn, Team.Answered answered, String cause, long first, long last) {
    List<Step> steps = answered.trace().steps();
    List<Asked> asked =
        steps.stream().filter(Asked.class::isInstance).map(Asked.class::cast).toList();
    Instant now = clock.instant();
    return new Turns.Entry(
        turn.conversation(),
        cause,
        first,
        last,
        answered.role().folder(),
        answered.prompt(),
        turn.today(),
        turn.now(),
        now.toEpochMilli() - turn.now().toEpochMilli(),
        asked.stream().map(Asked::model).distinct().toList(),
        asked.stream().mapToLong(Asked::tokensIn).sum(),
        asked.stream().mapToLong(Asked::tokensOut).sum(),
        asked.stream().mapToLong(Asked::cost).sum(),
        (int) steps.stream().filter(Held.class::isInstance).count(),
        asked.stream().anyMatch(one -> one.model().equals(Trace.HOUSE) && !one.instead().isEmpty()),
        Steps.written(answered.trace()));
  }

  public void keep(Turns.Entry entry) {
    turns.add(entry);
  }
}
