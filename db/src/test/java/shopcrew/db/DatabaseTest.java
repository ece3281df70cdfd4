package shopcrew.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  private static final ShopCard TEA = new ShopCard("Tea", "CNY", ZoneId.of("Asia/Shanghai"));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("data").resolve("shop.db");
  }

  private static int shops(Database database) {
    return database.read(
        h -> h.createQuery("SELECT COUNT(*) FROM shops").mapTo(Integer.class).one());
  }

  private static StoreException.Key refused(Path file) {
    return assertThrows(StoreException.class, () -> Database.open(file)).key();
  }

  @Test
  void what_was_written_is_there_after_opening_again() {
    try (var database = Database.open(file())) {
      database.store("tea").setCard(TEA);
    }
    try (var database = Database.open(file())) {
      assertEquals(TEA, database.store("tea").card());
      assertEquals("pots", database.store("pots").card().name(), "another shop sees nothing of it");
    }
  }

  @Test
  void a_failed_write_leaves_nothing_behind_and_the_store_goes_on() {
    try (var database = Database.open(file())) {
      assertThrows(
          IllegalStateException.class,
          () ->
              database.writing(
                  h -> {
                    database.store("tea").setCard(TEA);
                    assertEquals(1, shops(database), "a write reads what it has written");
                    throw new IllegalStateException("half way");
                  }));
      assertEquals(0, shops(database));
      database.store("tea").setCard(TEA);
      assertEquals(1, shops(database));
    }
  }

  @Test
  void a_read_sees_one_moment_from_its_beginning_to_its_end() {
    try (var database = Database.open(file())) {
      database.reading(
          h -> {
            assertEquals(0, shops(database));
            join(Thread.ofVirtual().start(() -> database.store("tea").setCard(TEA)));
            assertEquals(0, shops(database), "what came meanwhile belongs to the next read");
          });
      assertEquals(1, shops(database));
    }
  }

  @Test
  void readers_see_the_store_as_it_was_while_somebody_writes() {
    try (var database = Database.open(file())) {
      database.writing(
          h -> {
            database.store("tea").setCard(TEA);
            var seen = new ArrayList<Integer>();
            var reader = Thread.ofVirtual().start(() -> seen.add(shops(database)));
            join(reader);
            assertEquals(0, seen.getFirst());
          });
    }
  }

  @Test
  void a_reader_cannot_write() {
    try (var database = Database.open(file())) {
      var fault =
          assertThrows(
              StoreException.class, () -> database.reading(h -> h.execute("DELETE FROM shops")));
      assertEquals(StoreException.Key.READ_ONLY, fault.key());
    }
  }

  @Test
  void many_writers_take_turns_and_lose_nothing() {
    try (var database = Database.open(file())) {
      database.store("tea").setCard(new ShopCard("0", "CNY", TEA.zone()));
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 20; i++) {
        threads.add(Thread.ofVirtual().start(() -> addOne(database)));
      }
      threads.forEach(DatabaseTest::join);
      assertEquals("20", database.store("tea").card().name());
    }
  }

  @Test
  void who_waits_meanwhile_is_committed_together_and_one_who_fails_takes_nobody_along() {
    try (var database = Database.open(file())) {
      var began = new CountDownLatch(1);
      var go = new CountDownLatch(1);
      var first = Thread.ofVirtual().start(() -> database.writing(h -> await(began, go)));
      await(began);
      Set<Thread> hands = ConcurrentHashMap.newKeySet();
      var failed = new AtomicInteger();
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 10; i++) {
        String shop = "shop" + i;
        boolean fails = i % 3 == 1;
        threads.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      try {
                        database.writing(
                            h -> {
                              hands.add(Thread.currentThread());
                              database.store(shop).setCard(TEA);
                              if (fails) throw new IllegalStateException("half way");
                            });
                      } catch (IllegalStateException e) {
                        failed.incrementAndGet();
                      }
                    }));
      }
      while (threads.stream().anyMatch(t -> t.getState() != Thread.State.WAITING)) Thread.yield();
      go.countDown();
      join(first);
      threads.forEach(DatabaseTest::join);
      assertEquals(1, hands.size(), "the first of those who waited did it for all");
      assertEquals(3, failed.get());
      assertEquals(7, shops(database));
    }
  }

  private static void await(CountDownLatch began, CountDownLatch go) {
    began.countDown();
    await(go);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void two_programs_on_one_file_take_turns() {
    try (var one = Database.open(file());
        var two = Database.open(file())) {
      one.store("tea").setCard(new ShopCard("0", "CNY", TEA.zone()));
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 10; i++) {
        threads.add(Thread.ofVirtual().start(() -> addOne(one)));
        threads.add(Thread.ofVirtual().start(() -> addOne(two)));
      }
      threads.forEach(DatabaseTest::join);
      assertEquals("20", two.store("tea").card().name());
    }
  }

  private static void addOne(Database database) {
    database.writing(
        h -> {
          var card = database.store("tea").card();
          var next = Integer.toString(Integer.parseInt(card.name()) + 1);
          database.store("tea").setCard(new ShopCard(next, "CNY", TEA.zone()));
        });
  }

  @Test
  void a_store_of_a_newer_version_is_not_touched() {
    try (var database = Database.open(file())) {
      database.writing(
          h ->
              h.execute(
                  "INSERT INTO migrations (version, name, checksum) VALUES (999, 'V999', 'x')"));
    }
    assertEquals(StoreException.Key.NEWER_VERSION, refused(file()));
  }

  @Test
  void a_migration_that_was_changed_afterwards_is_noticed() {
    try (var database = Database.open(file())) {
      database.writing(
          h -> h.execute("UPDATE migrations SET checksum = 'other' WHERE version = 1"));
    }
    assertEquals(StoreException.Key.CHANGED_MIGRATION, refused(file()));
  }

  @Test
  void a_file_that_is_something_else_is_refused_and_kept_as_it_is() throws IOException {
    var text = "This is a shopping list, not a store. ".repeat(100);
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(file(), text);
    assertEquals(StoreException.Key.NOT_A_STORE, refused(file()));
    assertEquals(text, Files.readString(file()));
  }

  @Test
  void a_damaged_store_is_said_to_be_damaged() throws IOException {
    try (var database = Database.open(file())) {
      database.store("tea").setCard(TEA);
    }
    var bytes = Files.readAllBytes(file());
    java.util.Arrays.fill(bytes, 100, Math.min(bytes.length, 8192), (byte) 0x7F);
    Files.write(file(), bytes);
    assertEquals(StoreException.Key.DAMAGED, refused(file()));
  }

  @Test
  void a_folder_in_place_of_the_file_cannot_be_opened() throws IOException {
    Files.createDirectories(file());
    assertEquals(StoreException.Key.CANNOT_OPEN, refused(file()));
  }

  @Test
  void a_backup_is_a_whole_store_of_its_own() {
    var copy = folder.resolve("copy.db");
    try (var database = Database.open(file())) {
      database.store("tea").setCard(TEA);
      database.backup(copy);
      database.store("tea").setCard(new ShopCard("Later", "CNY", TEA.zone()));
    }
    try (var database = Database.open(copy)) {
      assertEquals("Tea", database.store("tea").card().name());
    }
  }

  @Test
  void every_step_is_taken_in_order_and_has_a_name_of_its_own() {
    var steps = Migrations.bundled();
    assertFalse(steps.isEmpty());
    for (int i = 0; i < steps.size(); i++) {
      assertEquals(i + 1, steps.get(i).version());
    }
    assertTrue(steps.getFirst().name().startsWith("V001__"));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
