package shopcrew.roles;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import shopcrew.roles.model.Phrases;

/// Run by the build: learns the wordings once, so that no shop has to at its start.
final class Lesson {
  private Lesson() {}

  public static void main(String[] classes) throws IOException {
    Path folder = Path.of(classes[0], "shopcrew", "roles", "model");
    write(new Phrases(Crew.atTheDesk()), folder.resolve("owners.learnt"));
    write(new Phrases(Crew.atTheCounter()), folder.resolve("customers.learnt"));
  }

  private static void write(Phrases phrases, Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      phrases.write(out);
    }
  }
}
