package shopcrew.bot.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every few cases of the sample shop's exam; of the attacks, more.
final class SomeCases {
  private static final int ATTACKS = 4;

  private SomeCases() {}

  static Path of(Path folder, int every) throws IOException {
    var chosen = new ArrayList<String>();
    try (Stream<Path> files = Files.list(Path.of("exam"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".jsonl")).sorted().toList()) {
        boolean attacks = file.endsWith("injection.jsonl");
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i += attacks ? Math.min(every, ATTACKS) : every) {
          chosen.add(lines.get(i));
        }
      }
    }
    return Files.write(folder.resolve("cases.jsonl"), chosen);
  }
}
