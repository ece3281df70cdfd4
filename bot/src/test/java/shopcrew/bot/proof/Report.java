package shopcrew.bot.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes `docs/proof/gate.md` from what the layers counted. No clock: the commit is the date.
final class Report {
  private static final List<String> ZERO =
      List.of("double", "unapproved", "over_cap", "lost", "silent");
  private static final Map<String, String> LAYERS = layers();
  private static final int NAMES = 8;

  private final StringBuilder page = new StringBuilder();
  private final Map<String, Map<String, String>> figures;

  private Report(Map<String, Map<String, String>> figures) {
    this.figures = figures;
  }

  /// @param args the project's root
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    var report = new Report(read(Path.of(System.getProperty("proof.out", "target/proof"))));
    boolean good = report.write(root);
    Path file = root.resolve("docs/proof/gate.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, report.page);
    if (good) return;
    System.err.println("A figure that must be zero is not: see docs/proof/gate.md.");
    System.exit(1);
  }

  private static Map<String, String> layers() {
    var layers = new LinkedHashMap<String, String>();
    layers.put("model", "Exhaustive model");
    layers.put("properties", "Properties of the pure parts");
    layers.put("simulator", "Simulator");
    layers.put("kill", "Kill matrix");
    layers.put("races", "Races of several processes");
    layers.put("fuzz", "Fuzzing");
    layers.put("static", "Walls between the parts");
    layers.put("mutation", "Mutation testing");
    layers.put("redteam", "Real models that try to talk their way through");
    layers.put("people", "Older owners with planted wrong cards");
    return layers;
  }

  private static Map<String, Map<String, String>> read(Path folder) throws IOException {
    var figures = new TreeMap<String, Map<String, String>>();
    if (!Files.isDirectory(folder)) return figures;
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".properties")).toList()) {
        var one = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(file)) {
          var parsed = new Properties();
          parsed.load(new java.io.StringReader(line));
          parsed.forEach((key, value) -> one.put(key.toString(), value.toString()));
        }
        figures.put(file.getFileName().toString().replace(".properties", ""), one);
      }
    }
    return figures;
  }

  private boolean write(Path root) throws IOException, InterruptedException, SQLException {
    say("# The proof of the gate");
    say("");
    say("Made by `mvn -Pproof verify` from what each layer counted; not written by hand.");
    say("What the letters and figures mean stands at the end, with the tests that name them.");
    setting(root);
    boolean good = zeros();
    say("");
    say("## Layers");
    var layers = new LinkedHashMap<>(LAYERS);
    figures.keySet().forEach(layer -> layers.putIfAbsent(layer, layer));
    layers.forEach(this::layer);
    invariants(root);
    return good;
  }

  private void setting(Path root) throws IOException, InterruptedException, SQLException {
    String changes = git(root, "status", "--porcelain", "--", ":!docs/proof/gate.md");
    say("");
    say("| | |");
    say("|---|---|");
    row("commit", git(root, "rev-parse", "HEAD") + (changes.isEmpty() ? "" : ", with changes"));
    row("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
    row("SQLite", sqlite());
    row("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    row("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    row("PostgreSQL", "*not run*: comes with PostgreSQL itself");
  }

  /// True: nothing that must be zero is more.
  private boolean zeros() {
    boolean good = true;
    say("");
    say("## Must be zero");
    say("");
    say("| figure | count | counted by |");
    say("|---|---|---|");
    for (String zero : ZERO) {
      var by = new ArrayList<String>();
      long sum = 0;
      for (var layer : figures.entrySet()) {
        String count = layer.getValue().get(zero);
        if (count == null) continue;
        by.add(layer.getKey());
        sum += Long.parseLong(count);
      }
      if (by.isEmpty()) row(zero, "*not run*", "");
      else row(zero, "**" + sum + "**", String.join(", ", by));
      good &= sum == 0;
    }
    return good;
  }

  private void layer(String layer, String title) {
    say("");
    say("### " + title);
    say("");
    var counted = figures.get(layer);
    if (counted == null) {
      say("*not run*");
      return;
    }
    say("| figure | |");
    say("|---|---|");
    counted.forEach(
        (key, value) -> {
          if (!key.startsWith("not_covered")) row(key.replace('_', ' '), value);
        });
    var missing = counted.keySet().stream().filter(k -> k.startsWith("not_covered")).toList();
    if (missing.isEmpty()) return;
    say("");
    say("Not covered:");
    for (String key : missing) say("- " + counted.get(key));
  }

  private void invariants(Path root) throws IOException {
    var all = Invariants.in(root.resolve("bot/src/test/java/shopcrew"));
    say("");
    say("## Invariants and the tests that name them");
    say("");
    say("| | invariant | tests |");
    say("|---|---|---|");
    all.named()
        .forEach(
            (number, tests) -> {
              String names =
                  tests.stream()
                      .limit(NAMES)
                      .map(test -> "`" + test + "`")
                      .collect(Collectors.joining(", "));
              if (tests.size() > NAMES) names += " and " + (tests.size() - NAMES) + " more";
              row(number, all.meaning(number), tests.isEmpty() ? "*none names it*" : names);
            });
  }

  private void row(String... cells) {
    say("| " + String.join(" | ", cells).replace("\n", " ") + " |");
  }

  private void say(String line) {
    page.append(line).append('\n');
  }

  private static String sqlite() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        var found = connection.createStatement().executeQuery("SELECT sqlite_version()")) {
      return found.getString(1);
    }
  }

  private static String git(Path root, String... what) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(what));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said.strip() : "unknown";
  }
}
