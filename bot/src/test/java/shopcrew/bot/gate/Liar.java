package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A platform whose answers cannot be trusted: lost, wrong, doubled, never asked for. It remembers
/// what it said last, so that the test can ask whether anything wrong was set running.
final class Liar implements Provider {
  private static final List<String> NAMES = List.of("max", "label", "target", "end", "currency");

  private final SplittableRandom random;
  private final List<Found> said = new ArrayList<>();
  private @Nullable Request asked;
  private boolean running;
  final List<Found> activated = new ArrayList<>();

  Liar(SplittableRandom random) {
    this.random = random;
  }

  @Nullable Request asked() {
    return asked;
  }

  @Override
  public Traits traits() {
    return Traits.pausedFirst(true);
  }

  @Override
  public void send(Request request, String key) {
    asked = request;
    switch (random.nextInt(8)) {
      case 0 -> throw new Refused("not like this");
      case 1 -> throw new IllegalStateException("no answer");
      default -> {}
    }
  }

  @Override
  public List<Found> find(String tag) {
    var request = asked;
    if (random.nextInt(8) == 0) throw new IllegalStateException("no answer");
    said.clear();
    if (request == null || random.nextInt(8) == 0) return List.of();
    for (int i = random.nextInt(5) == 0 ? 2 : 1; i > 0; i--) said.add(one(request, i));
    return List.copyOf(said);
  }

  private Found one(Request request, int number) {
    var settings = new TreeMap<>(request.settings());
    if (random.nextInt(3) == 0) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      switch (random.nextInt(3)) {
        case 0 -> settings.remove(name);
        case 1 -> settings.put(name, new Value.Whole(random.nextLong()));
        default -> settings.put(name, new Value.Text("\0" + random.nextInt(9)));
      }
    }
    long charged =
        running && random.nextBoolean()
            ? random.nextInt(6) == 0 ? random.nextLong(100_000) : random.nextLong(5_000)
            : 0;
    var status = running ? Status.RUNNING : Status.values()[random.nextInt(10) == 0 ? 2 : 0];
    return new Found("x" + number, status, settings, charged, running, random.nextInt(9) == 0);
  }

  @Override
  public void activate(String id) {
    for (Found one : said) if (one.id().equals(id)) activated.add(one);
    running = random.nextInt(4) > 0;
    if (random.nextInt(4) == 0) throw new IllegalStateException("no answer");
  }

  @Override
  public void pause(String id) {
    if (random.nextInt(4) == 0) throw new IllegalStateException("no answer");
  }

  @Override
  public void remove(String id) {
    if (random.nextInt(4) == 0) throw new IllegalStateException("no answer");
  }
}
