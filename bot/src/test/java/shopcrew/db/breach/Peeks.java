package shopcrew.db.breach;

import java.lang.reflect.Field;
import java.time.Instant;

/// Reads the environment and the clock, and looks where it should not.
public class Peeks {
  String peek(Class<?> type) throws NoSuchFieldException {
    Field secret = type.getDeclaredField("secret");
    return System.getenv("HOME") + Instant.now() + secret.getName();
  }
}
