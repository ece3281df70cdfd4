package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// The updates that wait at the stand-in, and the long question for them.
public final class StandInUpdates {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Integer, ObjectNode> waiting = new TreeMap<>();
  private int last = 1_000;
  private int confirmed;
  private int polls;
  private int silences;
  private boolean closed;
  private String webhook = "";
  private UnaryOperator<ObjectNode> spoils = UnaryOperator.identity();

  /// Gives it its number and lets it wait.
  public int bring(ObjectNode update) {
    lock.lock();
    try {
      int id = ++last;
      waiting.put(id, update.deepCopy().put("update_id", id));
      changed.signalAll();
      return id;
    } finally {
      lock.unlock();
    }
  }

  /// From now on every answer is spoiled so.
  public void spoil(UnaryOperator<ObjectNode> how) {
    lock.lock();
    try {
      spoils = how;
    } finally {
      lock.unlock();
    }
  }

  /// The next polls get no answer at all.
  public void silence(int next) {
    lock.lock();
    try {
      silences = next;
      polls++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Up to which update the bot has confirmed.
  public int confirmed() {
    lock.lock();
    try {
      return confirmed;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until as many questions were asked in all; false if they do not come.
  public boolean asked(int times) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(20);
      while (polls < times && left > 0) left = changed.awaitNanos(left);
      return polls >= times;
    } finally {
      lock.unlock();
    }
  }

  public int asked() {
    lock.lock();
    try {
      return polls;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until that update is confirmed; false if that does not come.
  public boolean confirms(int update) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(20);
      while (confirmed < update && left > 0) left = changed.awaitNanos(left);
      return confirmed >= update;
    } finally {
      lock.unlock();
    }
  }

  void webhook(String url) {
    lock.lock();
    try {
      webhook = url;
    } finally {
      lock.unlock();
    }
  }

  ObjectNode next(JsonNode question) {
    lock.lock();
    try {
      if (!webhook.isEmpty()) {
        return StandInTelegram.error(
            409, "Conflict: can't use getUpdates method while webhook is active");
      }
      int mine = ++polls;
      confirm(question.path("offset").asInt());
      changed.signalAll();
      long left = TimeUnit.SECONDS.toNanos(question.path("timeout").asLong());
      if (silences > 0) {
        silences--;
        while (!closed) changed.await();
      }
      while (waiting.isEmpty() && mine == polls && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (mine != polls) {
        return StandInTelegram.error(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
                + " is running");
      }
      return spoils.apply(answer(question.path("limit").asInt(100)));
    } catch (InterruptedException e) {
      return StandInTelegram.error(500, "Internal Server Error");
    } finally {
      lock.unlock();
    }
  }

  private void confirm(int offset) {
    waiting.headMap(offset).clear();
    confirmed = Math.max(confirmed, offset - 1);
  }

  private ObjectNode answer(int limit) {
    ArrayNode list = StandInTelegram.JSON.createArrayNode();
    Iterator<ObjectNode> all = waiting.values().iterator();
    while (all.hasNext() && list.size() < Math.min(limit, 100)) list.add(all.next());
    return StandInTelegram.ok(list);
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// A private chat, or a group if the number is below nought.
  public static ObjectNode chat(long id) {
    ObjectNode chat = StandInTelegram.JSON.createObjectNode().put("id", id);
    return chat.put("type", id < 0 ? "supergroup" : "private");
  }
}
