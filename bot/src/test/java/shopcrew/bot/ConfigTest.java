package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The settings, with all their faults at once.
class ConfigTest {
  @Test
  void nothing_set_is_enough() {
    Config config = Config.of(Map.of());
    assertEquals("shop", config.shop());
    assertEquals(8080, config.port());
    assertNull(config.model());
  }

  @Test
  void every_fault_is_named_in_one_go() {
    var faults =
        assertThrows(
            Config.Faults.class,
            () ->
                Config.of(
                    Map.of(
                        "SHOPCREW_SHOP", "Our Shop!",
                        "SHOPCREW_PORT", "99999",
                        "SHOPCREW_MODEL_URL", "ftp://model")));
    String said = String.valueOf(faults.getMessage());
    assertEquals(3, said.lines().count(), said);
    for (String name : new String[] {"SHOPCREW_SHOP", "SHOPCREW_PORT", "SHOPCREW_MODEL"}) {
      assertEquals(
          1,
          said.lines().filter(line -> line.startsWith(name) || line.contains(name)).count(),
          said);
    }
  }

  @Test
  void three_settings_make_a_model() {
    Config config =
        Config.of(
            Map.of(
                "SHOPCREW_MODEL_URL", "https://model.example/v1",
                "SHOPCREW_MODEL_KEY", "k",
                "SHOPCREW_MODEL_NAME", "m",
                "SHOPCREW_MODEL_PRICE", "4.20"));
    assertNotNull(config.model());
  }
}
