package shopcrew.bot.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import shopcrew.bot.config.Setting;

/// The settings file in the making. It is written after each step, so that nothing that was typed
/// is lost; what was there before the first step stays beside it as `.bak`.
final class Draft {
  private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9_.-]*";
  private static final List<String> WORDS = List.of("null", "Null", "NULL");

  private final Path file;
  private final Map<Setting, String> values;
  private boolean kept;

  Draft(Path file, Map<Setting, String> values) {
    this.file = file;
    this.values = new EnumMap<>(Setting.class);
    this.values.putAll(values);
  }

  String get(Setting setting) {
    return values.getOrDefault(setting, "");
  }

  void put(Setting setting, String value) {
    if (value.isEmpty()) values.remove(setting);
    else values.put(setting, value);
  }

  void remove(List<Setting> settings) {
    settings.forEach(values::remove);
  }

  /// Only its owner may read it, also while it is written.
  void save() {
    Path whole = file.toAbsolutePath();
    try {
      Path folder = whole.getParent();
      if (folder != null) own(folder);
      if (!kept) keepOld(whole);
      Path fresh = whole.resolveSibling(whole.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      closed(fresh);
      Files.writeString(fresh, text());
      Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepOld(Path whole) throws IOException {
    kept = true;
    Path old = whole.resolveSibling(whole.getFileName() + ".bak");
    try {
      byte[] before = Files.readAllBytes(whole);
      Files.deleteIfExists(old);
      closed(old);
      Files.write(old, before);
    } catch (NoSuchFileException e) {
      Files.deleteIfExists(old);
    }
  }

  /// A folder that is made for the shop is the shop's alone: customers' data will lie in it.
  private static void own(Path folder) throws IOException {
    if (Files.isDirectory(folder)) return;
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void closed(Path fresh) throws IOException {
    Path folder = fresh.getParent();
    FileStore store = Files.getFileStore(folder == null ? fresh : folder);
    if (store.supportsFileAttributeView("posix")) {
      var mine = PosixFilePermissions.fromString("rw-------");
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(mine));
    } else {
      Files.createFile(fresh);
    }
  }

  String text() {
    var text = new StringBuilder("# ./shopcrew setup · ./shopcrew doctor\n");
    String section = "";
    for (var entry : values.entrySet()) {
      String key = entry.getKey().key();
      int dot = key.lastIndexOf('.');
      String above = dot < 0 ? "" : key.substring(0, dot);
      if (!above.equals(section)) open(text, section, above);
      section = above;
      text.append("  ".repeat(depth(above))).append(key.substring(dot + 1)).append(": ");
      text.append(quoted(entry.getValue())).append('\n');
    }
    return text.toString();
  }

  private static void open(StringBuilder text, String before, String section) {
    String above = "";
    for (String part : section.split("\\.")) {
      String path = above.isEmpty() ? part : above + "." + part;
      boolean isOpen = before.equals(path) || before.startsWith(path + ".");
      if (!isOpen) text.append("  ".repeat(depth(above))).append(part).append(":\n");
      above = path;
    }
  }

  private static int depth(String section) {
    return section.isEmpty() ? 0 : section.split("\\.").length;
  }

  private static String quoted(String value) {
    if (value.matches(PLAIN) && !WORDS.contains(value)) return value;
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
