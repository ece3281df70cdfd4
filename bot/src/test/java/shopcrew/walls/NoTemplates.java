package shopcrew.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Neither a name nor a string of the class speaks of templates: a message of that type cannot be
/// written without the word. ArchUnit does not show strings, so the class file itself is searched.
final class NoTemplates extends ArchCondition<JavaClass> {
  NoTemplates() {
    super("not speak of templates");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (words(type).toLowerCase(Locale.ROOT).contains("template")) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " speaks of templates"));
    }
  }

  /// A class without its file could hide anything.
  private static String words(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
