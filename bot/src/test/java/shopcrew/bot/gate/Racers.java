package shopcrew.bot.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Some processes that live through many rounds, so that their start is paid once.
final class Racers implements AutoCloseable {
  /// One move of one process in real time; `reached` are the places of the code it came through.
  ///
  /// @param end `ok`, or `failed:` and why
  record Done(String work, String end, long invoked, long returned, Map<String, Long> reached) {}

  private record One(Process process, PrintStream to, BufferedReader from) {}

  private static final int LATEST_NANOS = 12_000_000;

  private final List<One> all = new ArrayList<>();

  Racers(int count) {
    for (int i = 0; i < count; i++) all.add(start());
  }

  void open(Path folder) {
    for (var one : all) ask(one, "open " + folder);
  }

  /// All at once, as far as that goes: every process waits for its own short random time.
  ///
  /// @param works of each process: its time in milliseconds, and what it does
  List<Done> race(SplittableRandom random, String... works) {
    for (int i = 0; i < works.length; i++) ask(all.get(i), "ready " + works[i]);
    for (int i = 0; i < works.length; i++) {
      long wait = random.nextBoolean() ? 0 : random.nextLong(LATEST_NANOS);
      all.get(i).to().println("go " + wait);
    }
    var done = new ArrayList<Done>();
    for (int i = 0; i < works.length; i++) done.add(done(works[i], answer(all.get(i))));
    return done;
  }

  private static Done done(String work, String answer) {
    String[] parts = answer.split(" ");
    var reached =
        Arrays.stream(parts)
            .skip(3)
            .map(place -> place.split("@"))
            .collect(Collectors.toMap(p -> p[0], p -> Long.parseLong(p[1]), (a, b) -> b));
    return new Done(
        work.substring(work.indexOf(' ') + 1),
        parts[0],
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        reached);
  }

  private static void ask(One one, String order) {
    one.to().println(order);
    answer(one);
  }

  /// Lines without the mark are log lines, and are shown if there is no answer.
  private static String answer(One one) {
    var said = new StringBuilder();
    try {
      for (String line = one.from().readLine(); line != null; line = one.from().readLine()) {
        if (line.startsWith("= ")) return line.substring(2);
        said.append(line).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("a process ended: " + said);
  }

  private static One start() {
    try {
      var process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-Xmx192m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-Dfile.encoding=UTF-8",
                  "-Dstdout.encoding=UTF-8",
                  "-Duser.timezone=UTC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Racer.class.getName())
              .redirectErrorStream(true)
              .start();
      return new One(
          process,
          new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8),
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (var one : all) {
      one.to().close();
      one.process().destroyForcibly();
    }
  }
}
