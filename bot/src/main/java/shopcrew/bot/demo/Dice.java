package shopcrew.bot.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/// The one source of chance; the same seed throws the same shop.
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  Dice split() {
    return new Dice(random.split());
  }

  /// A whole number from low to high, both possible.
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  boolean chance(int permille) {
    return random.nextInt(1000) < permille;
  }

  /// A count whose average is permille / 1000.
  int count(int permille) {
    return permille / 1000 + (chance(permille % 1000) ? 1 : 0);
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  <T> T pick(List<T> from, ToIntFunction<T> weight) {
    int left = random.nextInt(from.stream().mapToInt(weight).sum());
    for (T one : from) {
      left -= weight.applyAsInt(one);
      if (left < 0) return one;
    }
    throw new AssertionError("weights changed while throwing");
  }

  String digits(int count) {
    var text = new StringBuilder().append(between(1, 9));
    while (text.length() < count) text.append(between(0, 9));
    return text.toString();
  }
}
