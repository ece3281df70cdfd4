package shopcrew.bot.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A process that works on the shop's files beside other processes. It takes one order a line:
/// `open <folder>`, `ready <time> <what to do>`, `go <how long to wait>`; answers begin with `=`.
final class Racer {
  private @Nullable GateWorld world;
  private Runnable next = () -> {};
  private final List<String> reached = new ArrayList<>();

  private Racer() {}

  public static void main(String[] args) throws IOException {
    var racer = new Racer();
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println("= " + racer.obey(line.split(" ", 3)));
        System.out.flush();
      }
    }
  }

  private String obey(String[] order) {
    return switch (order[0]) {
      case "open" -> {
        if (world != null) world.close();
        world = new GateWorld(Path.of(order[1]));
        world.crash = point -> reached.add(point.replace(' ', '_') + "@" + System.nanoTime());
        yield "opened";
      }
      case "ready" -> {
        var here = Objects.requireNonNull(world);
        here.time.set(Instant.ofEpochMilli(Long.parseLong(order[1])));
        next = work(here, order[2].split(" ", 3));
        reached.clear();
        yield "ready";
      }
      case "go" -> go(Long.parseLong(order[1]));
      default -> throw new IllegalArgumentException(order[0]);
    };
  }

  private String go(long wait) {
    long begin = System.nanoTime() + wait;
    while (System.nanoTime() < begin) Thread.onSpinWait();
    long invoked = System.nanoTime();
    String end = "ok";
    try {
      next.run();
    } catch (RuntimeException e) {
      end = "failed:" + e.toString().replaceAll("\\s+", "_");
    }
    return end + " " + invoked + " " + System.nanoTime() + " " + String.join(" ", reached);
  }

  private static Runnable work(GateWorld world, String[] what) {
    return switch (what[0]) {
      case "tap" -> phone(world, what[1]).finger(what[2]);
      case "stop" -> {
        var phone = phone(world, what[1]);
        yield () -> world.gate.stop(phone.person, phone.conversation);
      }
      case "propose" -> {
        var phone = phone(world, what[1]);
        var ad = RacePair.ad(world, Integer.parseInt(what[2]));
        String key = "draw/" + what[2] + "/" + world.time.millis();
        yield () -> world.gate.propose(ad, phone.person, phone.conversation, key);
      }
      case "sweep" -> world.gate::sweep;
      default -> throw new IllegalArgumentException(what[0]);
    };
  }

  private static Phone phone(GateWorld world, String person) {
    return switch (person) {
      case "mei" -> world.mei;
      case "jun" -> world.jun;
      default -> world.lan;
    };
  }
}
