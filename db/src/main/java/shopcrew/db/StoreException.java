package shopcrew.db;

import org.jspecify.annotations.Nullable;

/// The store cannot be used. `key` is stable; the message is one sentence for the operator's log
// that says what to do.
public final class StoreException extends RuntimeException {

  public enum Key {
    NEWER_VERSION,
    CHANGED_MIGRATION,
    NOT_A_STORE,
    DAMAGED,
    READ_ONLY,
    CANNOT_OPEN,
    DISK_FULL,
    BUSY
  }

  private final Key key;

  StoreException(Key key, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.key = key;
  }

  public Key key() {
    return key;
  }
}
