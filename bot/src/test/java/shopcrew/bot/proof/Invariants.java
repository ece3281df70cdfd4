package shopcrew.bot.proof;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which test names which invariant, read from the sources of the tests, so that it is true.
final class Invariants {
  private static final Pattern NUMBER = Pattern.compile("\\b([A-H])(\\d{1,2})\\b");
  private static final Pattern MEMBER =
      Pattern.compile("^ {2}(?![/@\\s}])(?:[\\w<>\\[\\],.?@ ]+ )?(\\w+)\\(.*");
  /// A comment, a name for people, or a message at the end of an assertion; not an argument.
  private static final Pattern SAID =
      Pattern.compile(
          "//.*|@DisplayName\\(\".*|(?:^\\s*|, |\\+ )\"(?:\\\\.|[^\"\\\\])*\"(?=\\)*;|,?$| \\+)");

  private final Map<String, String> meanings;
  private final Map<String, Set<String>> named = new TreeMap<>(order());

  private Invariants(Map<String, String> meanings) {
    this.meanings = meanings;
    meanings.keySet().forEach(number -> named.put(number, new TreeSet<>()));
  }

  /// @param tests the folder of the test sources
  static Invariants in(Path tests) throws IOException {
    var all = new Invariants(meanings());
    try (var files = Files.walk(tests)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (!name.equals("Invariants")) all.scan(name, Files.readAllLines(file));
      }
    }
    return all;
  }

  Map<String, Set<String>> named() {
    return named;
  }

  String meaning(String number) {
    return Objects.requireNonNull(meanings.get(number), number);
  }

  /// Comments and strings of a member count, and the comments and annotations above it.
  private void scan(String type, List<String> lines) {
    String member = "";
    var above = new ArrayList<String>();
    for (String line : lines) {
      boolean over = line.startsWith("  }") || line.isBlank() && !line.startsWith("    ");
      var match = MEMBER.matcher(line);
      if (match.matches()) {
        member = "." + match.group(1);
        for (String before : above) note(type + member, before);
        above.clear();
      } else if (line.matches("^ {2}[/@].*") || (member.isEmpty() && !above.isEmpty())) {
        above.add(line);
        if (line.startsWith("  /")) member = "";
        continue;
      }
      note(type + member, line);
      if (over && line.startsWith("  }")) member = "";
    }
    for (String left : above) note(type, left);
  }

  private void note(String where, String line) {
    var said = SAID.matcher(line);
    while (said.find()) {
      var number = NUMBER.matcher(said.group());
      while (number.find()) {
        Set<String> tests = named.get(number.group());
        if (tests != null) tests.add(where);
      }
    }
  }

  private static Map<String, String> meanings() throws IOException {
    var read = new Properties();
    try (var in = Invariants.class.getResourceAsStream("/proof/invariants.properties")) {
      read.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    var meanings = new TreeMap<String, String>(order());
    read.forEach((number, meaning) -> meanings.put(number.toString(), meaning.toString()));
    return meanings;
  }

  private static Comparator<String> order() {
    return Comparator.<String, Character>comparing(n -> n.charAt(0))
        .thenComparing(n -> Integer.parseInt(n.substring(1)));
  }
}
