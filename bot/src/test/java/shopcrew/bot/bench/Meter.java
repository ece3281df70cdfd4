package shopcrew.bot.bench;

import java.io.IOException;
import java.time.Duration;

/// What a child and the load beside it use from now on.
final class Meter {
  private final Child child;
  private final long cpu;
  private final long load;

  Meter(Child child) throws IOException {
    this.child = child;
    this.cpu = child.cpuMillis();
    this.load = load();
    child.forgetsPeak();
  }

  Table.Used used() throws IOException {
    return new Table.Used(child.cpuMillis() - cpu, load() - load, child.peakMegabytes());
  }

  private static long load() {
    var all = ProcessHandle.current().info().totalCpuDuration();
    return all.orElse(Duration.ZERO).toMillis();
  }
}
