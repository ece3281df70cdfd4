package shopcrew.roles;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import shopcrew.prompts.Learnt;
import shopcrew.roles.customerservice.Subject;
import shopcrew.roles.model.Phrases;

/// Run by the build: learns the wordings once, so that no shop has to at its start.
final class Lesson {
  private Lesson() {}

  public static void main(String[] classes) throws IOException {
    write(new Phrases(Crew.atTheDesk()).learnt(), Path.of(classes[0], Learnt.file("owners")));
    write(Subject.learnt(), Path.of(classes[0], Learnt.file("questions")));
    write(new Phrases(Crew.atTheCounter()).learnt(), Path.of(classes[0], Learnt.file("customers")));
  }

  private static void write(Learnt learnt, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      learnt.write(out);
    }
  }
}
