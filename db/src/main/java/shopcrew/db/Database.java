package shopcrew.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/// The one store file. Any number of readers, one writer at a time, each write one short
/// transaction.
/// Never call a model or the network inside `read` or `write`.
public final class Database implements AutoCloseable {

  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 10_000;

  private final Path file;
  private final Writer writer;
  private final BlockingQueue<Link> readers = new ArrayBlockingQueue<>(READERS);
  private final ScopedValue<Handle> writing = ScopedValue.newInstance();
  private final ScopedValue<Handle> reading = ScopedValue.newInstance();

  private Database(Path file) {
    this.file = file;
    var link = connect(file, false);
    this.writer = new Writer(link, writing);
    try {
      Migrations.apply(link.handle);
      for (int i = 0; i < READERS; i++) {
        readers.add(connect(file, true));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /// Opens or creates the store and brings it to this version's shape.
  public static Database open(Path file) {
    var absolute = file.toAbsolutePath();
    try {
      var folder = absolute.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new Database(absolute);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Key.CANNOT_OPEN,
          "The folder of %s cannot be made; check the path and its permissions."
              .formatted(absolute),
          e);
    } catch (RuntimeException e) {
      throw known(e, absolute);
    }
  }

  /// The tables of one shop.
  public Store store(String shop) {
    return new Store(this, shop);
  }

  /// The only writer of coupons: for the gate's coupon provider, never for a role.
  public CouponPress couponPress(String shop) {
    return new CouponPress(this, shop);
  }

  /// The only one who changes prices: for the gate, never for a role.
  public PriceTags priceTags(String shop) {
    return new PriceTags(this, shop);
  }

  /// All that is read in it is of one moment, whoever writes meanwhile.
  public <T> T read(Function<Handle, T> work) {
    if (writing.isBound()) {
      return work.apply(writing.get());
    }
    if (reading.isBound()) {
      return work.apply(reading.get());
    }
    var link = borrow();
    try {
      link.says("BEGIN");
      try {
        var result = ScopedValue.where(reading, link.handle).call(() -> work.apply(link.handle));
        link.says("COMMIT");
        return result;
      } catch (Throwable e) {
        link.rollback(e);
        throw e;
      }
    } catch (RuntimeException e) {
      throw known(e, file);
    } finally {
      readers.add(link);
    }
  }

  public void reading(Consumer<Handle> work) {
    read(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /// One transaction; inside another `write` of the same thread it joins that one.
  public <T> T write(Function<Handle, T> work) {
    if (writing.isBound()) {
      return work.apply(writing.get());
    }
    try {
      return writer.write(work);
    } catch (RuntimeException e) {
      throw known(e, file);
    }
  }

  public void writing(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /// A whole copy of the store as it is committed now, in a new file; writers need not wait for it.
  public void backup(Path copy) {
    try (var link = connect(file, false)) {
      link.handle.execute("VACUUM INTO ?", copy.toAbsolutePath().toString());
    } catch (RuntimeException e) {
      throw known(e, file);
    }
  }

  @Override
  public void close() {
    readers.forEach(Link::close);
    writer.close();
  }

  private Link borrow() {
    try {
      return readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the store", e);
    }
  }

  private static RuntimeException known(RuntimeException thrown, Path file) {
    if (thrown instanceof StoreException) {
      return thrown;
    }
    var fault = SqliteFaults.of(thrown, file);
    return fault == null ? thrown : fault;
  }

  private static Link connect(Path file, boolean queryOnly) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    var jdbi =
        Jdbi.create(
            () -> {
              var connection = config.createConnection("jdbc:sqlite:" + file);
              try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = " + (queryOnly ? "ON" : "OFF"));
              } catch (SQLException e) {
                connection.close();
                throw e;
              }
              return connection;
            });
    jdbi.setStatementBuilderFactory(_ -> new Prepared());
    return new Link(jdbi.open());
  }
}
