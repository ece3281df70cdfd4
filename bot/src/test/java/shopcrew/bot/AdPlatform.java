package shopcrew.bot;

import java.util.List;
import shopcrew.bot.sandbox.SandboxAds;
import shopcrew.db.Money;

/// The practice platform as it sees itself: its own book, in its own file.
public final class AdPlatform {
  private final StoreWorld world;

  AdPlatform(StoreWorld world) {
    this.world = world;
  }

  /// All it ever charged.
  public Asked wasCharged(Money sum) {
    Money charged =
        Money.of(book().stream().mapToLong(SandboxAds.Line::amount).sum(), sum.currency());
    if (!charged.equals(sum)) throw world.fault("charged " + charged + ", not " + sum);
    return new Asked(activations());
  }

  public void wasNeverAsked() {
    if (!book().isEmpty()) throw world.fault("the platform was asked: " + book());
  }

  /// How often it was set running.
  public long activations() {
    return book().stream().filter(line -> line.what().equals("activated")).count();
  }

  /// How often.
  public final class Asked {
    private final long times;

    private Asked(long times) {
      this.times = times;
    }

    public void once() {
      if (times != 1) throw world.fault("set running " + times + " times, not once");
    }
  }

  private List<SandboxAds.Line> book() {
    try (var book =
        SandboxAds.open(world.home().resolve("sandbox-ads.db"), world.time, StoryTime.SHANGHAI)) {
      return book.book();
    }
  }
}
