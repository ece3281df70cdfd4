package shopcrew.bot.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;

/// What was logged, read where the operator reads it.
@Isolated("it listens to what the process says")
class RedactionTest {
  private static final String TOKEN = "8123456789:AAE-a_Token-of-the-Lamp_Shop-0123456789";

  @AfterEach
  void nothing_is_hidden_any_more() {
    Redaction.hide(Set.of());
  }

  /// Through the configuration that the shop runs with.
  private static String logged(Consumer<Logger> work) {
    PrintStream err = System.err;
    var seen = new ByteArrayOutputStream();
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
      var configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Objects.requireNonNull(RedactionTest.class.getClassLoader().getResource("logback.xml")));
      work.accept(context.getLogger("shopcrew.story"));
    } catch (ch.qos.logback.core.joran.spi.JoranException e) {
      throw new AssertionError(e);
    } finally {
      context.stop();
      System.setErr(err);
    }
    return seen.toString(StandardCharsets.UTF_8);
  }

  private static void gone(String secret, String said) {
    String line = logged(log -> log.warn("{}", said));
    assertFalse(line.contains(secret), line);
    assertTrue(line.contains("…"), line);
  }

  private static void stays(String said) {
    String line = logged(log -> log.warn("{}", said));
    assertTrue(line.endsWith(" " + said + System.lineSeparator()), () -> "[" + line + "]");
  }

  @Test
  void tokens_and_keys_are_left_out() {
    gone(TOKEN, "polling with " + TOKEN + " failed");
    gone("AAE-a", "GET https://api.telegram.org/bot" + TOKEN + "/getMe: 401");
    gone("short", "GET http://127.0.0.1:99/bot1:short/getMe: 401");
    gone("EAAGabc", "the token EAAGabcdefghijklmnop1234 has expired");
    gone("s3cr3t", "Authorization: Bearer s3cr3t.value");
    gone("sk-abc", "key sk-abcdef0123456789 was refused");
    gone("word", "GET /v24.0/1?access_token=word&fields=id");
    gone("word", "{\"app_secret\":\"word\"}");
    gone("0123456789abcdef", "the secret 0123456789abcdef0123456789abcdef");
    gone("Zm9v", "/pair?code=Zm9vYmFy");
    gone("word", "密码：word");
  }

  @Test
  void card_numbers_and_pins_are_left_out() {
    gone("1111", "paid with 4111 1111 1111 1111 today");
    gone("5555", "卡号 5555-5555-5555-4444，请扣款");
    gone("822463", "卡号378282246310005。");
    gone("0009901", "card:6011000990139424");
    gone("258046", "my PIN is 258046");
    gone("2580", "密码：2580");
    gone("8046", "验证码 8046 别告诉别人");
    stays("order 4111 1111 1111 1112 is no card");
  }

  @Test
  void phone_numbers_are_shortened() {
    assertTrue(
        logged(log -> log.warn("from 8613800138000"))
            .endsWith("from 86…00" + System.lineSeparator()));
    gone("800138", "+86 138 0013 8000 wrote");
    gone("13800138000", "客人13800138000来问");
    gone("7700 900", "+44 7700 900123 wrote");
  }

  @Test
  void what_is_plain_stays() {
    stays("The model gave no answer; the house model does");
    stays("GET /api/messages failed at 1795000000000 after 120000 ms");
    stays("receipt R-2026-11-0042 of order LM1024: 1,200.00 yuan");
    stays("the token has expired; ask for a new token");
  }

  @Test
  void an_exception_is_read_with_its_causes_and_hides_them_too() {
    String said =
        logged(
            log ->
                log.error(
                    "sending failed",
                    new IllegalStateException(
                        "POST /bot" + TOKEN + "/sendMessage",
                        new IllegalArgumentException("Bearer abcdef123456"))));
    assertFalse(said.contains("AAE-a"), said);
    assertFalse(said.contains("abcdef123456"), said);
    assertTrue(said.contains("Caused by: java.lang.IllegalArgumentException"), said);
    assertTrue(said.contains("at shopcrew.bot.log.RedactionTest"), said);
  }

  @Test
  void a_secret_of_the_settings_is_known_whatever_it_looks_like() {
    Redaction.hide(Set.of("just-words", "abc"));
    gone("just-words", "it said just-words again");
    stays("abc is too short to be looked for");
  }

  @Test
  void a_long_line_takes_no_long_time() {
    for (String piece : new String[] {"1", "1 ", "token", "+1 (", "code 1 ", "bot1:", "密码", "4-"}) {
      String line = piece.repeat(40_000);
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> assertEquals(false, Redaction.of(line).isEmpty()));
    }
  }
}
