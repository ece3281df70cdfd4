package shopcrew.bot.gate;

/// Money with a fraction that is almost right.
public class Pennies {
  double half(long amount) {
    return amount / 2.0;
  }
}
