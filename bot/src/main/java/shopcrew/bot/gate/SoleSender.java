package shopcrew.bot.gate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Of all processes on one shop's folder, the one that claims, sends and sets running. The system
/// takes the lock away from a process that ends, however it ends; then another gets it.
final class SoleSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SoleSender.class);

  /// Closing a second channel of a locked file could drop the lock of the first.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private @Nullable FileLock lock;

  SoleSender(Path home, String shop) {
    this.file = home.toAbsolutePath().normalize().resolve("gate.sending." + shop + ".lock");
  }

  /// Asked again and again, so that a second bot takes over.
  synchronized boolean here() {
    if (lock != null) return true;
    if (!HELD.add(file)) return false;
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      if (lock == null) channel.close();
    } catch (IOException e) {
      LOG.warn("Nothing is sent, for {} cannot be locked: {}", file, e.toString());
    }
    if (lock == null) HELD.remove(file);
    return lock != null;
  }

  @Override
  public synchronized void close() {
    var held = lock;
    if (held == null) return;
    lock = null;
    try {
      held.channel().close();
    } catch (IOException e) {
      LOG.warn("The lock stays until this process ends: {}", e.toString());
    }
    HELD.remove(file);
  }
}
