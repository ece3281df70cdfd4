package shopcrew.bot.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import shopcrew.db.Money;

/// A month of the shop's money as the ledger has it.
///
/// @param made when it was drawn up
/// @param lines every spend that moved in the month or was still held at its beginning
/// @param rooms the month's limits
/// @param head the last number and characters of the chain when it was drawn up
public record Statement(
    YearMonth month,
    Instant made,
    String currency,
    List<Line> lines,
    List<Room> rooms,
    String head) {

  /// @param agreed the day of the yes
  /// @param category `ads`, `coupon` and so on; `house` are running costs
  /// @param payee to whom, in the words of its receipt
  /// @param receipt the newest code within the month; empty as long as there is none
  /// @param practice on the sandbox platform: no real money
  public record Line(
      LocalDate agreed,
      String category,
      String what,
      String payee,
      Money max,
      Moves moves,
      String agreedBy,
      String receipt,
      boolean practice) {}

  /// @param opening held at the beginning of the month
  /// @param taken newly held
  /// @param within charged out of what was held
  /// @param beyond charged without having been held: running costs, and bills above the hold
  /// @param returned given back
  public record Moves(Money opening, Money taken, Money within, Money beyond, Money returned) {
    public static Moves none(String currency) {
      Money nought = Money.zero(currency);
      return new Moves(nought, nought, nought, nought, nought);
    }

    public Moves plus(Moves other) {
      return new Moves(
          opening.plus(other.opening),
          taken.plus(other.taken),
          within.plus(other.within),
          beyond.plus(other.beyond),
          returned.plus(other.returned));
    }

    public Money charged() {
      return within.plus(beyond);
    }

    /// Held at the end of the month.
    public Money held() {
      return opening.plus(taken).minus(within).minus(returned);
    }
  }

  /// @param category `total`, `restock` or `ads`, as limits are counted
  public record Room(String category, Money limit, Money left) {}

  /// The lines with real money, or those of the practice platform.
  public List<Line> of(boolean practice) {
    return lines.stream().filter(line -> line.practice() == practice).toList();
  }

  public Moves sum(List<Line> some) {
    return some.stream().map(Line::moves).reduce(Moves.none(currency), Moves::plus);
  }
}
