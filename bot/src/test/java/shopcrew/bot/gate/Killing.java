package shopcrew.bot.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/// A real process that works for the shop until it reaches one place, and is killed there.
final class Killing {
  private Killing() {}

  /// What it said last: `REACHED` and the place, or everything if it never came there.
  static String at(Path folder, String work, String point, Instant at)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Doomed.class.getName(),
                folder.toString(),
                work,
                point,
                String.valueOf(at.toEpochMilli()))
            .redirectErrorStream(true)
            .start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var said = new StringBuilder();
      String line = out.readLine();
      while (line != null && !line.startsWith("REACHED")) {
        said.append(line).append('\n');
        line = out.readLine();
      }
      return line == null ? said.toString() : line;
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
