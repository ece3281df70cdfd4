package shopcrew.bot.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that is measured, in a process of its own, with the flags of the launcher.
final class Child implements AutoCloseable {
  private static final int MILLIS_A_TICK = 10;
  private static final int USER_TIME = 11;

  /// As in the launcher.
  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseSerialGC",
          "-Xmx128m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-DisplayVMOutput",
          "-XX:CompilerDirectivesFile=" + Path.of("java-compiler.json").toAbsolutePath(),
          "-Djdk.virtualThreadScheduler.parallelism=4",
          "-Dfile.encoding=UTF-8");

  private final Process process;
  private final Path proc;

  private Child(Process process) {
    this.process = process;
    this.proc = Path.of("/proc/" + process.pid());
  }

  /// The product itself, with settings from the environment only.
  static Child shop(Path home, Map<String, String> settings) throws IOException {
    var words = new ArrayList<String>();
    Path cache = cache(home);
    if (Files.exists(cache)) words.add("-XX:AOTCache=" + cache);
    words.addAll(List.of("shopcrew.bot.Main", "run", "--language", "en"));
    return start(home, settings, path(), words);
  }

  /// Makes the cache from which the launcher starts Java. Where the classes lie in folders and not
  /// in jars there is none.
  static void rehearses(Path home) throws IOException, InterruptedException {
    var words = List.of("-XX:AOTCacheOutput=" + cache(home), "shopcrew.bot.Main", "rehearse");
    start(home, Map.of(), path(), words).process.waitFor();
  }

  private static Path cache(Path home) {
    return home.resolve("shopcrew.aot");
  }

  private static String path() {
    return System.getProperty("bench.cp", "target/lib/*");
  }

  /// Another main of this benchmark.
  static Child of(Path home, Class<?> main, String... arguments) throws IOException {
    var words = new ArrayList<>(List.of(main.getName()));
    words.addAll(List.of(arguments));
    return start(home, Map.of(), System.getProperty("java.class.path"), words);
  }

  private static Child start(
      Path home, Map<String, String> settings, String path, List<String> words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", path));
    command.addAll(words);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("SHOPCREW_"));
    builder.environment().putAll(settings);
    builder.environment().put("SHOPCREW_HOME", home.toString());
    File log = home.resolve("log.txt").toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    return new Child(builder.start());
  }

  /// The processors' time that it has used.
  long cpuMillis() throws IOException {
    String stat = Files.readString(proc.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
    return ticks * MILLIS_A_TICK;
  }

  /// The most memory that it had since [#forgetsPeak].
  long peakMegabytes() throws IOException {
    try (var lines = Files.lines(proc.resolve("status"))) {
      String peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElse("0");
      return Long.parseLong(peak.replaceAll("\\D", "")) / 1_024;
    }
  }

  void forgetsPeak() throws IOException {
    Files.writeString(proc.resolve("clear_refs"), "5");
  }

  void ends() throws InterruptedException {
    process.waitFor();
  }

  boolean alive() {
    return process.isAlive();
  }

  /// As when the power goes: nothing is tidied up.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(20, TimeUnit.SECONDS)) return;
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
