package shopcrew.roles.words;

import shopcrew.db.Money;

/// A sum of money somebody typed, with where it stands in the normal text. `money` to `most` is one
/// figure but for a range; a vague sum ("几百块") has none, both are zero.
public record Amount(Money money, Money most, Kind kind, Per per, int start, int end) {
  public enum Kind {
    EXACT,
    /// One figure, said with 大概, 左右, 多, about: good enough to propose, to be shown for a yes.
    ABOUT,
    RANGE,
    VAGUE
  }

  /// What the sum is for: everything together, or one day, week, month, year or piece of it.
  public enum Per {
    TOTAL,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    PIECE
  }

  public boolean known() {
    return kind == Kind.EXACT || kind == Kind.ABOUT;
  }
}
