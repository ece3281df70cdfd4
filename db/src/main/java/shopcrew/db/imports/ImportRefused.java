package shopcrew.db.imports;

import java.util.List;

/// A whole file cannot be taken; carries the sentence's key.
final class ImportRefused extends Exception {

  private final String key;
  private final List<String> args;

  ImportRefused(String key, String... args) {
    super(key);
    this.key = key;
    this.args = List.of(args);
  }

  ImportFault in(String file) {
    return new ImportFault(file, 0, "", key, args, true);
  }
}
