package shopcrew.db;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One writes at a time, and many are committed together: whoever is first takes along all who came
/// meanwhile, so that what waits for the disk is paid for once. Each is a savepoint of its own: one
/// that fails leaves nothing behind and takes nobody along.
final class Writer implements AutoCloseable {
  private static final int TOGETHER = 128;

  private final Link link;
  private final ScopedValue<Handle> writing;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Work<?>> waiting = new ArrayDeque<>();

  /// @param writing where the work finds the open transaction
  Writer(Link link, ScopedValue<Handle> writing) {
    this.link = link;
    this.writing = writing;
  }

  /// Returns when it is on the disk.
  <T> T write(Function<Handle, T> work) {
    Work<T> mine;
    List<Work<?>> batch;
    lock.lock();
    try {
      mine = new Work<>(work, lock.newCondition());
      waiting.add(mine);
      while (!mine.over && waiting.peek() != mine) mine.turn.awaitUninterruptibly();
      if (mine.over) return mine.outcome();
      batch = waiting.stream().limit(TOGETHER).toList();
    } finally {
      lock.unlock();
    }
    try {
      commit(batch);
    } finally {
      leave(batch);
    }
    return mine.outcome();
  }

  private void leave(List<Work<?>> batch) {
    lock.lock();
    try {
      for (Work<?> work : batch) {
        waiting.remove();
        work.over = true;
        work.turn.signal();
      }
      Work<?> next = waiting.peek();
      if (next != null) next.turn.signal();
    } finally {
      lock.unlock();
    }
  }

  private void commit(List<Work<?>> batch) {
    try {
      link.says("BEGIN IMMEDIATE");
      try {
        if (batch.size() == 1) batch.getFirst().run(link.handle, writing);
        else for (Work<?> work : batch) apart(work);
        link.says("COMMIT");
      } catch (Throwable e) {
        link.rollback(e);
        throw e;
      }
    } catch (Throwable e) {
      for (Work<?> work : batch) work.failed(e);
    }
  }

  /// SQLite takes the whole transaction back after some faults, a full disk among them: then there
  /// is no savepoint to go back to, and nobody of this batch has written anything.
  private void apart(Work<?> work) {
    link.says("SAVEPOINT work");
    try {
      work.run(link.handle, writing);
    } catch (Throwable e) {
      try {
        link.says("ROLLBACK TO work");
      } catch (RuntimeException gone) {
        e.addSuppressed(gone);
        throw e;
      }
      work.failed(e);
    }
    link.says("RELEASE work");
  }

  @Override
  public void close() {
    link.close();
  }

  /// What one of them does, and what came of it.
  private static final class Work<T> {
    private final Function<Handle, T> work;
    private final Condition turn;
    private @Nullable T result;
    private @Nullable Throwable fault;
    private boolean over;

    private Work(Function<Handle, T> work, Condition turn) {
      this.work = work;
      this.turn = turn;
    }

    private void run(Handle handle, ScopedValue<Handle> writing) {
      result = ScopedValue.where(writing, handle).call(() -> work.apply(handle));
    }

    /// Its own fault counts for more than what befell all.
    private void failed(Throwable e) {
      if (fault == null) fault = e;
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private T outcome() {
      if (fault instanceof RuntimeException e) throw e;
      if (fault instanceof Error e) throw e;
      return result;
    }
  }
}
