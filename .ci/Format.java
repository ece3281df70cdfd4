import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Checks (or, with `write`, does) the formatting of every Java file of the four modules.
void main(String[] args) throws Exception {
  boolean write = args[0].equals("write");
  var unformatted = new ArrayList<Path>();
  for (String module : new String[] {"db", "prompts", "roles", "bot"}) {
    try (var files = Files.walk(Path.of(args[1], module, "src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        String formatted = new Formatter().formatSourceAndFixImports(source);
        if (formatted.equals(source)) continue;
        if (write) Files.writeString(file, formatted);
        unformatted.add(file);
      }
    }
  }
  unformatted.forEach(file -> IO.println((write ? "formatted " : "not formatted: ") + file));
  if (!write && !unformatted.isEmpty()) {
    IO.println("Run: mvn -N -Dformat=write validate");
    System.exit(1);
  }
}
