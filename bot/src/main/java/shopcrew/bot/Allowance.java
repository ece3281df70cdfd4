package shopcrew.bot;

/// What is too small to ask for each time is paid from it: replies that cost something, and a
/// model's tokens. All in millionths of the unit of the shop's currency.
public interface Allowance {
  /// Whether the worst case still fits; if so, [#ran] says later what it was.
  boolean may(long worst);

  /// What it cost in the end.
  void ran(long worst, long cost);
}
