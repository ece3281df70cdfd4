package shopcrew.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shopcrew.bot.gate.OpenDoor;
import shopcrew.bot.gate.Pennies;
import shopcrew.bot.gate.Persuaded;
import shopcrew.bot.proof.Figures;
import shopcrew.db.breach.Peeks;
import shopcrew.roles.breach.CallsOut;
import shopcrew.roles.breach.Digs;
import shopcrew.roles.breach.RunsThings;

/// The walls stand, and each of them would notice a hole.
class WallsTest {
  private static final Map<String, Class<?>> BREACHES =
      Map.ofEntries(
          Map.entry("roles use only their own packages", CallsOut.class),
          Map.entry(
              "roles start no process and call no native or reflective door", RunsThings.class),
          Map.entry(
              "roles see role-safe tables, never the database or the body's tables", Digs.class),
          Map.entry(
              "only the gate, its receipts and statements are open in the gate's package",
              OpenDoor.class),
          Map.entry(
              "B5: the gate knows no model and no role but what is proposed to it",
              Persuaded.class),
          Map.entry("money knows no floating point", Pennies.class),
          Map.entry("only Config reads the environment", Peeks.class),
          Map.entry("time is injected", Peeks.class),
          Map.entry(
              "channels cannot spend: they know neither the gate nor a sender of templates",
              shopcrew.bot.channel.Spends.class),
          Map.entry(
              "wall 8: no channel has a word for paid templates",
              shopcrew.bot.channel.whatsapp.SendsTemplates.class),
          Map.entry("A8: only the router brings fingers to the gate", Fingers.class),
          Map.entry("A8: only the router brings typed words to the gate", Fingers.class),
          Map.entry(
              "A9: only a claim is sent, again under its key, or item by item",
              shopcrew.bot.gate.Sneaks.class),
          Map.entry("A9: only a settled outcome sets running", shopcrew.bot.gate.Sneaks.class),
          Map.entry("nobody looks into another's private parts", Peeks.class));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("shopcrew");

  @TestFactory
  Stream<DynamicTest> every_wall_stands() {
    return Walls.ALL.entrySet().stream()
        .map(wall -> DynamicTest.dynamicTest(wall.getKey(), () -> wall.getValue().check(OURS)));
  }

  @TestFactory
  Stream<DynamicTest> every_wall_notices_its_breach() {
    return Walls.ALL.entrySet().stream()
        .map(
            wall ->
                DynamicTest.dynamicTest(
                    wall.getKey(),
                    () -> {
                      Class<?> breach = BREACHES.get(wall.getKey());
                      JavaClasses hole = new ClassFileImporter().importClasses(breach);
                      assertTrue(wall.getValue().evaluate(hole).hasViolation(), wall.getKey());
                    }));
  }

  @Test
  void every_wall_has_a_breach_and_is_looked_at() {
    assertEquals(Walls.ALL.keySet(), BREACHES.keySet());
    for (String module :
        Set.of("shopcrew.db.Money", "shopcrew.prompts.Prompts", "shopcrew.roles.Team")) {
      assertTrue(OURS.contain(module), module);
    }
    Figures.of("static")
        .put("walls", Walls.ALL.size())
        .put("breaches_noticed", BREACHES.size())
        .put("classes", OURS.size())
        .write();
  }
}
