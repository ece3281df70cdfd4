package shopcrew.bot.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Breaks the gate in many small ways and counts how many the quick tests notice. Runs PIT as a
/// program of its own, within a time box; what is not tried by then is said.
final class Mutants {
  private static final String GATE = "shopcrew.bot.gate.";
  private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");
  private static final Path OUT = Path.of("target/mutants");

  private Mutants() {}

  /// @param args minutes, then the classes to break (all of the gate, if none are named)
  public static void main(String[] args) throws IOException, InterruptedException {
    long minutes = Long.parseLong(args[0]);
    if (minutes == 0) return;
    String classes =
        args.length > 1
            ? GATE + String.join("," + GATE, List.of(args).subList(1, args.length))
            : GATE + "*";
    long start = System.nanoTime();
    boolean whole = run(classes, minutes);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    write(whole, seconds);
  }

  private static boolean run(String classes, long minutes)
      throws IOException, InterruptedException {
    Files.createDirectories(OUT);
    Files.deleteIfExists(OUT.resolve("mutations.csv"));
    Path files = memory();
    String without = GATE + String.join("*," + GATE, "Kill", "Race", "Sim", "Fuzz") + "*";
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.pitest.mutationtest.commandline.MutationCoverageReport",
                "--targetClasses=" + classes,
                "--targetTests=" + GATE + "*Test",
                "--excludedTestClasses=" + without,
                "--mutableCodePaths=" + Path.of("target/classes").toAbsolutePath(),
                "--sourceDirs=src/main/java",
                "--reportDir=" + OUT,
                "--outputFormats=CSV",
                "--timestampedReports=false",
                "--threads=2",
                "--mutationUnitSize=30",
                "--avoidCallsTo=org.slf4j," + GATE + "CrashPoints",
                "--jvmArgs=-Dproof.out=target/mutants/figures,"
                    + "--enable-native-access=ALL-UNNAMED,-Dfile.encoding=UTF-8,"
                    + "-Duser.timezone=UTC,-XX:TieredStopAtLevel=1,-Djava.io.tmpdir="
                    + files)
            .redirectErrorStream(true)
            .redirectOutput(OUT.resolve("log.txt").toFile())
            .start();
    try {
      boolean whole = process.waitFor(minutes, TimeUnit.MINUTES);
      if (whole && process.exitValue() != 0) {
        throw new IllegalStateException("PIT failed: see " + OUT.resolve("log.txt"));
      }
      return whole;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      delete(files);
    }
  }

  /// A folder for the tests' files: in memory where the system has it, for here only time counts.
  private static Path memory() throws IOException {
    Path shared = Path.of("/dev/shm");
    return Files.isWritable(shared)
        ? Files.createTempDirectory(shared, "mutants")
        : Files.createTempDirectory("mutants");
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }

  /// Of a line: file, class, mutator, method, line, status, test.
  private static void write(boolean whole, long seconds) throws IOException {
    int all = 0;
    int noticed = 0;
    var left = new TreeMap<String, List<String>>();
    var tried = new TreeSet<String>();
    for (String line : Files.readAllLines(OUT.resolve("mutations.csv"))) {
      String[] parts = line.split(",", -1);
      if (parts.length < 7) continue;
      all++;
      String type = parts[1].substring(GATE.length()).replaceAll("\\$.*", "");
      tried.add(type);
      if (NOTICED.contains(parts[5])) {
        noticed++;
        continue;
      }
      String mutator = parts[2].replaceAll(".*\\.|Mutator$|(?<=Vals)Mutator", "");
      String uncovered = parts[5].equals("NO_COVERAGE") ? " (no test comes here)" : "";
      left.computeIfAbsent(type, t -> new ArrayList<>())
          .add(parts[3] + " " + parts[4] + " " + mutator + uncovered);
    }
    var figures =
        Figures.of("mutation")
            .put("mutants", all)
            .put("noticed", noticed)
            .put("per_mille", all == 0 ? 0 : noticed * 1_000L / all)
            .put("classes_tried", tried.size())
            .put("seconds", seconds);
    left.forEach((type, those) -> figures.put("unnoticed." + type, String.join("; ", those)));
    if (!whole) figures.notCovered("the time was over; not tried: " + untried(tried));
    figures
        .notCovered("tests of kills, races, the simulator and fuzzing do not take part here")
        .notCovered("log lines and the places where the kill tests stop a process are not broken")
        .write();
  }

  private static String untried(Set<String> tried) throws IOException {
    try (var files = Files.list(Path.of("src/main/java/shopcrew/bot/gate"))) {
      return String.join(
          ", ",
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> !tried.contains(name) && !name.equals("package-info"))
              .sorted()
              .toList());
    }
  }
}
