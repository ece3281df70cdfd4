package shopcrew.bot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.model.ModelWorld.speaking;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures and voice notes, through the real clients.
class SensesTest {
  private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);
  private final ModelWorld world = new ModelWorld();

  private Senses senses(StandIn model) {
    return new Senses(Models.of(model.models(), world, _ -> {}).aides(world.purse));
  }

  @ParameterizedTest
  @MethodSource("shopcrew.bot.model.ModelWorld#ways")
  void every_kind_of_model_is_shown_a_picture(Dialect dialect, boolean streams) {
    try (var model = speaking(dialect, streams).sensing().says("一只蓝色的碗，碗底写着 XM-BW-201")) {
      var read = senses(model).read("image/png", BYTES, "还有吗", "zh");
      assertEquals(Optional.of("一只蓝色的碗，碗底写着 XM-BW-201"), read);
      String asked = model.asked.getFirst().body().toString();
      assertTrue(asked.contains(BASE64) && asked.contains("还有吗"), asked);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "GEMINI"})
  void who_hears_is_given_the_voice_note(Dialect dialect) {
    try (var model = speaking(dialect, false).sensing().says("蓝色的碗还有吗")) {
      assertEquals(Optional.of("蓝色的碗还有吗"), senses(model).read("audio/mpeg", BYTES, "", "zh"));
      String asked = model.asked.getFirst().body().toString();
      assertTrue(asked.contains(BASE64) && asked.contains("mp3"), asked);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"OPENAI", "GEMINI"},
      mode = Mode.EXCLUDE)
  void a_client_without_ears_reads_nothing(Dialect dialect) {
    try (var model = speaking(dialect, false).sensing().says("蓝色的碗还有吗")) {
      assertEquals(Optional.empty(), senses(model).read("audio/mpeg", BYTES, "", "zh"));
    }
  }

  @Test
  void a_picture_is_paid_by_what_it_shows_and_not_by_its_bytes() {
    world.purse.left = 300_000;
    try (var model = speaking(Dialect.OPENAI, false).sensing().costing("4").says("一只碗")) {
      assertEquals(
          Optional.of("一只碗"), senses(model).read("image/png", new byte[4_000_000], "", "zh"));
      world.purse.left = 100_000;
      assertEquals(Optional.empty(), senses(model).read("image/png", BYTES, "", "zh"));
      assertEquals(1, model.asked.size());
    }
  }

  @Test
  void the_same_picture_is_looked_at_once() {
    try (var model = speaking(Dialect.OPENAI, false).sensing().says("一只碗")) {
      Senses senses = senses(model);
      assertEquals(
          senses.read("image/png", BYTES, "", "zh"), senses.read("image/png", BYTES, "", "zh"));
      assertEquals(1, model.asked.size());
    }
  }

  @Test
  void nobody_is_asked_where_the_settings_name_no_ears_and_eyes() {
    try (var model = speaking(Dialect.OPENAI, false)) {
      Senses senses = senses(model);
      assertFalse(senses.hears() || senses.sees());
      assertEquals(Optional.empty(), senses.read("image/png", BYTES, "", "zh"));
      assertEquals(List.of(), model.asked);
    }
  }
}
