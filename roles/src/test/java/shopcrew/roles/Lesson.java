package shopcrew.roles;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import shopcrew.prompts.Learnt;
import shopcrew.roles.model.Phrases;

/// Run by the build: learns the wordings once, so that no shop has to at its start.
final class Lesson {
  private Lesson() {}

  public static void main(String[] classes) throws IOException {
    write(new Phrases(Crew.atTheDesk()), Path.of(classes[0], Learnt.file("owners")));
    write(new Phrases(Crew.atTheCounter()), Path.of(classes[0], Learnt.file("customers")));
  }

  private static void write(Phrases phrases, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      phrases.learnt().write(out);
    }
  }
}
