package shopcrew.bot.exam;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How an exam went, kept so that several models can be put side by side.
///
/// @param repeat how often each case was asked
/// @param currency of the costs
/// @param kinds by `routing`, `service`, …, in their order, and `all`
public record Report(String model, int repeat, String currency, Map<String, Figures> kinds) {
  static final String ALL = "all";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static Report of(String model, int repeat, String currency, List<Marked> all) {
    var byKind = new EnumMap<Case.Kind, List<Marked>>(Case.Kind.class);
    for (Marked one : all) {
      byKind.computeIfAbsent(one.question().kind(), _ -> new ArrayList<>()).add(one);
    }
    var kinds = new LinkedHashMap<String, Figures>();
    byKind.forEach(
        (kind, marked) -> kinds.put(kind.name().toLowerCase(Locale.ROOT), Figures.of(marked)));
    kinds.put(ALL, Figures.of(all));
    return new Report(model, repeat, currency, kinds);
  }

  public static Report read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Report.class);
  }

  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }
}
