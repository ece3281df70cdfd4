package shopcrew.bot.gate;

import static shopcrew.bot.gate.GateWorld.ad;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import shopcrew.roles.Proposal;

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
      case "both" -> {
        world.propose(world.mei, restock());
        world.mei.agrees(2_400);
        dieAt("one of two", args[2]);
        world.jun.agrees(2_400);
        world.passes(Duration.ofSeconds(61));
        dieAt("given to a hand", args[2]);
        world.jun.taps("Done");
        world.jun.types("2300");
      }
      case "mandate" -> {
        var term = new Proposal.Term("day", 3, GateWorld.FRIDAY, GateWorld.FRIDAY.plusDays(2));
        var money = GateWorld.yuan(50);
        world.propose(
            world.mei,
            new Proposal.Mandate("sandbox", money, term, GateWorld.yuan(150), List.of()));
        world.mei.taps("先看清楚");
        world.mei.types("150");
        world.mei.pressesPin();
        world.mei.taps("同意");
        world.passes(Duration.ofSeconds(601));
        dieAt("mandate given", args[2]);
        world.propose(world.mei, ad(120));
        dieAt("drawn", args[2]);
        world.passes(Duration.ofSeconds(11));
        dieAt("draw sent", args[2]);
      }
      case "cap" -> {
        world.mei.types("花钱设置");
        world.mei.taps("改上限");
        world.mei.taps("每天上限");
        world.mei.types("3000");
        world.mei.taps("先看清楚");
        world.mei.types("3000");
        world.mei.pressesPin();
        world.mei.taps("同意");
        dieAt("raise armed", args[2]);
        world.passes(Duration.ofHours(15));
      }
      case "undo" -> {
        world.propose(world.mei, ad(300));
        world.mei.agrees(300);
        world.jun.taps("Undo");
        dieAt("undone", args[2]);
      }
      case "days" -> {
        world.propose(world.mei, ad(300));
        world.mei.agrees(300);
        world.passes(GateWorld.GRACE);
        for (int day = 0; day < 4; day++) world.passes(Duration.ofDays(1));
      }
      case "expiry" -> {
        world.propose(world.mei, ad(300));
        world.passes(Duration.ofHours(25));
        dieAt("expired", args[2]);
      }
      case "stop running" -> {
        world.propose(world.mei, ad(300));
        world.mei.agrees(300);
        world.passes(GateWorld.GRACE);
        world.jun.types("STOP");
        dieAt("stopped", args[2]);
      }
      case "lost" -> {
        world.faults.onCreate(Faults.Fault.BEFORE);
        world.propose(world.mei, ad(300));
        world.mei.agrees(300);
        world.passes(GateWorld.GRACE);
        for (int i = 0; i < 8; i++) world.passes(Duration.ofSeconds(31));
      }
      case "on" -> {
        for (int i = 0; i < 8; i++) world.passes(Duration.ofSeconds(31));
      }
      case "stop" -> world.jun.types("STOP");
      case "sweep" -> world.gate.sweep();
      default -> throw new IllegalArgumentException(args[1]);
    }
    System.out.println("REACHED the end");
    System.out.flush();
  }

  private static Proposal restock() {
    return new Proposal.Restock(
        "XL", "加大款", 20, GateWorld.yuan(120), GateWorld.yuan(2_400), List.of());
  }

  private static void dieAt(String point, String place) {
    if (!point.equals(place)) return;
    System.out.println("REACHED " + point);
    System.out.flush();
    while (true) LockSupport.park();
  }
}
