package shopcrew.bot.gate;

import static shopcrew.bot.gate.GateWorld.ad;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// A process that works for the shop until it reaches one place, says so, and waits to be killed.
final class Doomed {
  private Doomed() {}

  /// @param args the shop's folder, what to do, the place, and the time to begin at
  public static void main(String[] args) {
    var world = new GateWorld(Path.of(args[0]));
    world.time.set(Instant.ofEpochMilli(Long.parseLong(args[3])));
    world.crash = point -> dieAt(point, args[2]);
    switch (args[1]) {
      case "spend" -> {
        world.propose(world.mei, ad(300));
        dieAt("proposed", args[2]);
        world.mei.taps("先看清楚");
        world.mei.types("300");
        dieAt("typed", args[2]);
        world.mei.taps("确认花");
        dieAt("armed", args[2]);
        world.passes(GateWorld.GRACE);
      }
      case "stop" -> world.jun.types("STOP");
      case "sweep" -> world.gate.sweep();
      default -> throw new IllegalArgumentException(args[1]);
    }
    System.out.println("REACHED the end");
    System.out.flush();
  }

  private static void dieAt(String point, String place) {
    if (!point.equals(place)) return;
    System.out.println("REACHED " + point);
    System.out.flush();
    while (true) LockSupport.park();
  }
}
