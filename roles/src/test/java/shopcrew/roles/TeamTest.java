package shopcrew.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Database;

class TeamTest {
  private Database database;
  private Team team;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.open(folder.resolve("shop.db"));
    team = Crew.of(database.store("test"), Minds.HOUSE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void mei_calls_a_colleague_by_name() {
    Team.Answered answered = team.answer(turn(new Speaker.Owner("mei", "Mei"), "叫推广，你能做什么"));
    assertEquals(RoleName.PROMOTION, answered.role());
    assertTrue(answered.outcome().told().say().contains("广告"));
  }

  @Test
  void a_customer_always_meets_customer_service() {
    Team.Answered answered = team.answer(turn(new Speaker.Customer(null), "@推广 你好"));
    assertEquals(RoleName.CUSTOMER_SERVICE, answered.role());
  }

  static Turn turn(Speaker speaker, String text) {
    return new Turn(
        "test",
        "c1",
        speaker,
        text,
        "zh",
        Instant.parse("2026-11-20T02:00:00Z"),
        ZoneId.of("Asia/Shanghai"),
        List.of(),
        List.of(),
        null);
  }
}
