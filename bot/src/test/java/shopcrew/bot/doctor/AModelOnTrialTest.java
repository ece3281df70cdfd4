package shopcrew.bot.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shopcrew.bot.Config;
import shopcrew.bot.config.Settings;
import shopcrew.bot.look.Outside;
import shopcrew.bot.model.Asked;
import shopcrew.bot.model.Call;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Reply;
import shopcrew.bot.model.StandIn;

/// Mei has set a model, and the doctor says what it can do.
class AModelOnTrialTest {
  private static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-11-21T02:00:00Z"));
  @TempDir Path home;
  private final Outside outside = new Outside(Duration.ofSeconds(5));
  private final Map<String, String> environment = new HashMap<>();
  private StandIn model = StandIn.speaking(Dialect.OPENAI);

  @BeforeEach
  void aModelIsSet() {
    environment.put("SHOPCREW_HOME", home.toString());
    isSet(model);
  }

  @AfterEach
  void closed() {
    model.close();
    outside.close();
  }

  private void isSet(StandIn which) {
    if (which != model) model.close();
    model = which;
    Config.Model settings = which.answering(AModelOnTrialTest::canEverything).settings();
    environment.put("SHOPCREW_MODEL_PROVIDER", settings.provider().word());
    environment.put("SHOPCREW_MODEL_URL", settings.url());
    environment.put("SHOPCREW_MODEL_KEY", settings.key());
    environment.put("SHOPCREW_MODEL_NAME", "lamp-1");
    environment.put("SHOPCREW_MODEL_PRICE", "0");
  }

  private static Reply canEverything(Asked asked) {
    if (!asked.tools().isEmpty()) return calls("stock", "{\"code\":\"BN-1017\"}");
    if (asked.text().contains("JSON")) return Reply.says("{\"code\": \"BN-1017\"}");
    if (asked.text().contains("picture")) return Reply.says("52");
    return Reply.says(asked.text().contains("hear") ? "A tone." : "OK");
  }

  private static Reply calls(String tool, String arguments) {
    return Reply.calls(new Call(tool, arguments));
  }

  private List<String> says(String language) {
    var out = new ByteArrayOutputStream();
    var doctor = new Doctor(Settings.of(environment), outside, TODAY);
    doctor.tell(new PrintStream(out, true, StandardCharsets.UTF_8), language);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("lamp-1"))
        .toList();
  }

  @Test
  void what_it_can_do_is_said_in_a_line() {
    assertEquals(
        List.of(
            "✓ Model lamp-1: answers, calls tools, keeps to JSON, sees pictures, takes sound.",
            "· Model lamp-1 sees pictures. With sees: true customers' pictures go to it.",
            "· Model lamp-1 takes sound. With hears: true voice notes go to it; send one to see"
                + " whether it understands.",
            "· Model lamp-1: tried in 0.0 s with 750 tokens; it costs nothing."),
        says("en"));
    assertEquals("✓ 模型 lamp-1：能回答、用工具、守 JSON 格式、看图、收语音。", says("zh").getFirst());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void each_provider_is_asked_in_its_own_way(Dialect dialect) {
    isSet(StandIn.speaking(dialect));
    String said = String.join("\n", says("en"));
    assertTrue(said.contains("answers, calls tools, keeps to JSON, sees pictures"), said);
    String picture = model.asked.get(3).body().toString();
    assertTrue(picture.contains(Samples.png()), picture);
    assertTrue(model.asked.size() >= 4 && model.asked.size() <= 5, () -> "" + model.asked.size());
  }

  @Test
  void the_trial_costs_what_the_price_says() {
    environment.put("SHOPCREW_MODEL_PRICE", "2/8");
    String said = String.join("\n", says("en"));
    assertTrue(said.contains("with 750 tokens, 0.0024 in the shop's currency"), said);
  }

  @Test
  void what_it_cannot_do_is_no_fault_until_the_settings_say_it_can() {
    model.answering(asked -> Reply.says(asked.tools().isEmpty() ? "OK" : "About twelve."));
    List<String> said = says("en");
    assertTrue(
        said.getFirst()
            .endsWith("answers, takes sound. Not: calls tools, keeps to JSON, sees pictures."),
        said::toString);
    assertTrue(said.get(1).startsWith("✗") && said.get(1).contains("team.choose"), said::toString);
    environment.put("SHOPCREW_MODEL_SEES", "true");
    assertTrue(
        says("en").stream()
            .anyMatch(line -> line.startsWith("✗") && line.contains("sees to false")));
  }

  @Test
  void a_tool_that_does_not_exist_and_another_product_are_no_calls() {
    for (Reply wrong : List.of(calls("stocks", "{\"code\":\"BN-1017\"}"), calls("stock", "{}"))) {
      model.answering(asked -> asked.tools().isEmpty() ? canEverything(asked) : wrong);
      assertTrue(says("en").getFirst().contains("Not: calls tools."));
    }
  }

  @Test
  void who_refuses_a_picture_can_do_the_rest() {
    model.answering(
        asked -> asked.text().contains("picture") ? Reply.error(400) : canEverything(asked));
    String said = says("en").getFirst();
    assertTrue(said.contains("takes sound. Not: sees pictures."), said);
  }

  @ParameterizedTest
  @CsvSource({
    "401, does not know the key, 不认这个密钥",
    "403, does not know the key, 不认这个密钥",
    "404, no such model, 没有这个模型",
    "402, credit is used up, 余额不够",
    "429, a slower pace, 用得太快",
    "500, out of order or overloaded, 太忙",
    "529, out of order or overloaded, 太忙",
    "400, is not understood, 看不懂"
  })
  void a_refusal_is_one_clear_sentence(int status, String words, String inChinese) {
    model.answering(_ -> Reply.error(status));
    List<String> said = says("en");
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().startsWith("✗") && said.getFirst().contains(words), said::toString);
    assertTrue(said.getFirst().contains("(" + status + " out of order)"), said::toString);
    assertTrue(says("zh").getFirst().contains(inChinese));
    assertEquals(2, model.asked.size(), "it is asked once each time");
  }

  @Test
  void who_never_answers_or_is_not_there() {
    environment.put("SHOPCREW_MODEL_TIMEOUT_SECONDS", "2");
    model.keepsSilent();
    assertTrue(says("en").getFirst().contains("no answer for a long time"));
    model.answering(asked -> asked.tools().isEmpty() ? Reply.says("OK") : new Reply.Silence());
    assertTrue(says("en").getFirst().startsWith("✗"));
    assertEquals(3, model.asked.size(), "nobody is waited for five times");
    model.close();
    assertTrue(says("en").getFirst().contains("nobody answers at that door"));
  }

  @Test
  void who_answers_nothing_or_no_protocol() {
    model.answering(_ -> new Reply.Raw("<html>welcome</html>"));
    assertTrue(says("en").getFirst().contains("is not understood"));
    model.answering(_ -> Reply.says(""));
    assertTrue(says("en").getFirst().startsWith("✗"));
    assertTrue(says("zh").getFirst().contains("一个字也没回"));
  }

  @Test
  void who_thinks_first_is_given_room_for_it() {
    var cutOff =
        new Reply.Raw(
            """
            {"choices":[{"message":{"content":""},"finish_reason":"length"}],
             "usage":{"prompt_tokens":20,"completion_tokens":100,"total_tokens":120}}
            """);
    model.answering(
        asked -> asked.body().path("max_tokens").asInt() < 1_000 ? cutOff : canEverything(asked));
    String said = String.join("\n", says("en"));
    assertTrue(said.contains("answers, calls tools, keeps to JSON"), said);
    assertTrue(said.contains("thinks before it answers"), said);
    assertTrue(said.contains("870 tokens"), said);
    assertEquals(6, model.asked.size());
  }

  @Test
  void each_model_of_the_team_is_tried_once() {
    for (String key : List.of("PROVIDER", "URL", "KEY", "PRICE")) {
      String value = environment.getOrDefault("SHOPCREW_MODEL_" + key, "");
      environment.put("SHOPCREW_SECOND_MODEL_" + key, value);
    }
    environment.put("SHOPCREW_SECOND_MODEL_NAME", "second-lamp-1");
    environment.put("SHOPCREW_TEAM_WRITE", "first");
    environment.put("SHOPCREW_TEAM_SERVICE", "second");
    List<String> said = says("en");
    assertEquals(1, said.stream().filter(line -> line.contains("Model lamp-1: answers")).count());
    assertEquals(1, said.stream().filter(line -> line.contains("second-lamp-1: answers")).count());
    assertEquals(10, model.asked.size());
  }

  @Test
  void the_samples_are_what_they_say() throws Exception {
    var picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(Samples.png())));
    var black = new StringBuilder();
    for (int y = 0; y < picture.getHeight(); y += 10) {
      for (int x = 0; x < picture.getWidth(); x += 10) {
        black.append((picture.getRGB(x + 5, y + 5) & 0xff) < 128 ? '#' : ' ');
      }
      black.append('\n');
    }
    assertEquals(
        """
        |
        |
        |  ####  ####
        |  #        #
        |  #        #
        |  #        #
        |  ####  ####
        |     #  #
        |     #  #
        |     #  #
        |  ####  ####
        |
        |
        |\
        """
            .replace("|", ""),
        black.toString().replaceAll(" +\n", "\n"));
    byte[] sound = Base64.getDecoder().decode(Samples.wav());
    try (var wav = AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound))) {
      assertEquals(4_000, wav.getFrameLength());
      assertEquals(8_000, Math.round(wav.getFormat().getSampleRate()));
    }
  }
}
