package shopcrew.bot.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a model gave no answer, whether to ask it again, and what its silence may have cost.
public final class Failed extends RuntimeException {
  /// The other side may be well again in a moment.
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504, 529);

  /// It was not even tried, as 4xx.
  private static final Set<Integer> OVERLOADED = Set.of(503, 529);

  /// What is to be done about it.
  ///
  /// @param again whether the same question may be asked once more
  /// @param free whether it has cost nothing for certain
  /// @param ill whether it tells that something is wrong with the model
  private record Kind(boolean again, boolean free, boolean ill) {
    static final Kind AT_HOME = new Kind(false, true, false);
    static final Kind AWAY = new Kind(true, true, true);
    static final Kind SILENT = new Kind(true, false, true);
    static final Kind BROKEN = new Kind(false, false, true);
    static final Kind USELESS = new Kind(false, false, false);
  }

  private final Kind kind;
  private final @Nullable Duration after;
  private final long cost;
  private final int status;

  private Failed(
      String why, Kind kind, @Nullable Duration after, long cost, @Nullable Throwable cause) {
    this(0, why, kind, after, cost, cause);
  }

  private Failed(
      int status,
      String why,
      Kind kind,
      @Nullable Duration after,
      long cost,
      @Nullable Throwable cause) {
    super(why, cause);
    this.status = status;
    this.kind = kind;
    this.after = after;
    this.cost = cost;
  }

  private Failed(String why, Kind kind) {
    this(why, kind, null, 0, null);
  }

  /// There is no allowance, or it is used up.
  static Failed unpaid() {
    return new Failed("not covered by the allowance", Kind.AT_HOME);
  }

  /// It failed so often that it is left alone for a while.
  static Failed resting() {
    return new Failed("left alone after failures in a row", Kind.AT_HOME);
  }

  /// So many questions are on their way to it that this one found no place.
  static Failed busy() {
    return new Failed("no place on the line", Kind.AT_HOME);
  }

  /// It answered, and the answer is none.
  static Failed useless(String why, long cost) {
    return new Failed(why, Kind.USELESS, null, cost, null);
  }

  /// Its end never came.
  static Failed brokenOff() {
    return new Failed("the answer broke off", Kind.BROKEN);
  }

  /// @param after how long the other side wants to be left alone, if it said so
  static Failed status(int status, @Nullable Duration after, String said) {
    boolean free = status >= 400 && status < 500 || OVERLOADED.contains(status);
    var kind = new Kind(PASSING.contains(status), free, true);
    return new Failed(status, said, kind, after, 0, null);
  }

  static Failed line(IOException trouble) {
    return switch (trouble) {
      case ConnectException _, UnknownHostException _ ->
          new Failed("no connection", Kind.AWAY, null, 0, trouble);
      case InterruptedIOException _ ->
          new Failed("no answer in time", Kind.SILENT, null, 0, trouble);
      default -> new Failed("the answer broke off", Kind.BROKEN, null, 0, trouble);
    };
  }

  /// What a client makes of it; our own line's word is somewhere in there, if it was the line.
  public static Failed of(Throwable trouble) {
    for (Throwable at = trouble; at != null; at = at.getCause()) {
      if (at instanceof Failed failed) return failed;
    }
    return new Failed("an answer that cannot be read", Kind.BROKEN, null, 0, trouble);
  }

  Failed costing(long cost) {
    return new Failed(status, said(), kind, after, cost, getCause());
  }

  String why() {
    return status == 0 ? said() : "status " + status + ": " + said();
  }

  /// As the other side put it, or our own words for it.
  public String said() {
    return String.valueOf(getMessage());
  }

  /// The status that came back, or 0 if it did not get that far.
  public int status() {
    return status;
  }

  boolean again() {
    return kind.again();
  }

  boolean free() {
    return kind.free();
  }

  boolean ill() {
    return kind.ill();
  }

  @Nullable Duration after() {
    return after;
  }

  long cost() {
    return cost;
  }
}
