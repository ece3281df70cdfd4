package shopcrew.bot.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// What one could say on each phone of the demo, in each language; it goes with the sample shop.
record Tour(Map<String, Map<String, List<String>>> byLanguage) {
  private static final String FILE = "sample/tour.json";

  static Tour read() {
    try (InputStream in = Tour.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException(FILE + " is missing");
      return new Tour(new ObjectMapper().readValue(in, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, List<String>> in(String language) {
    return byLanguage.getOrDefault(language, Map.of());
  }
}
