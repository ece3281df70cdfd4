package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.proof.Figures;
import shopcrew.db.Money;

/// Whatever comes in, nothing wrong comes out. The inputs are the same in every run.
class FuzzTest {
  private static final long SEED = 20_261_122;
  private static final int MORE = Figures.full() ? 10 : 1;
  private static Figures figures = Figures.of("fuzz");
  private static long start;

  @TempDir Path folder;

  @BeforeAll
  static void begin() {
    figures = Figures.of("fuzz").put("seed", SEED);
    start = System.nanoTime();
  }

  @AfterAll
  static void end() {
    figures
        .put("seconds", Duration.ofNanos(System.nanoTime() - start).toSeconds())
        .notCovered("inputs steered by what code they reach")
        .notCovered("letters of other alphabets that only look like the gate's mark")
        .notCovered("currencies with three decimals, where 1.000 has two meanings")
        .write();
  }

  @Test
  @DisplayName("a typed amount has one meaning or none, as a second reader says")
  void a_typed_amount_has_one_meaning_or_none() {
    int inputs = 200_000 * MORE;
    int read = 0;
    var fuzz = new Fuzz(SEED);
    for (int i = 0; i < inputs; i++) {
      String text = fuzz.amount();
      String currency = fuzz.random.nextInt(4) == 0 ? "JPY" : "CNY";
      var expected = Fuzz.minor(text, Money.digits(currency));
      var found =
          Amounts.read(text, currency) instanceof Amounts.Typed.Amount(Money money)
              ? OptionalLong.of(money.minor())
              : OptionalLong.empty();
      assertEquals(expected, found, () -> currency + " «" + text + "»");
      if (found.isPresent()) read++;
    }
    assertTrue(read > inputs / 10, "most of them would be noise");
    figures.put("amounts", inputs).put("amounts_read", read);
  }

  @Test
  @DisplayName("G3: words of a model, a role or a customer never show what is the gate's")
  void words_from_outside_never_show_what_is_the_gates() {
    int inputs = 100_000 * MORE;
    var fuzz = new Fuzz(SEED + 1);
    for (int i = 0; i < inputs; i++) {
      String text = fuzz.marks();
      for (String shown :
          new String[] {Gate.unmarked(text), Plain.line(text, 40), Plain.lines(text, 400)}) {
        String seen =
            Normalizer.normalize(shown, Normalizer.Form.NFC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s\\p{Zs}]+", " ")
                .toLowerCase(Locale.ROOT);
        for (String mark : new String[] {"g1:", "花钱确认", "spending check", "🔒", "🔐", "🔓"}) {
          assertFalse(seen.contains(mark), () -> "«" + text + "» became «" + shown + "»");
        }
      }
    }
    figures.put("marked_texts", inputs);
  }

  @Test
  @DisplayName("B4: distinct documents have distinct bytes, and other bytes are not read as ours")
  void distinct_documents_have_distinct_bytes() {
    int inputs = 50_000 * MORE;
    var fuzz = new Fuzz(SEED + 2);
    var seen = new HashMap<String, SortedMap<String, Value>>();
    int refused = 0;
    for (int i = 0; i < inputs; i++) {
      var fields = fuzz.fields();
      byte[] bytes = Encoding.encode("spend-doc/1", fields);
      assertEquals(fields, Encoding.decode("spend-doc/1", bytes));
      var before = seen.put(new String(bytes, StandardCharsets.ISO_8859_1), fields);
      assertTrue(before == null || before.equals(fields), "B4: two documents, the same bytes");
      bytes[fuzz.random.nextInt(bytes.length)] ^= (byte) (1 << fuzz.random.nextInt(8));
      try {
        assertFalse(Encoding.decode("spend-doc/1", bytes).equals(fields), "B4: a changed byte");
      } catch (RuntimeException e) {
        refused++;
      }
    }
    figures.put("documents", inputs).put("broken_documents_refused", refused);
  }

  @Test
  @DisplayName("A4 A5: no bytes behind a button but our own move anything")
  void no_bytes_but_our_own_move_anything() {
    int inputs = 400 * MORE;
    var fuzz = new Fuzz(SEED + 3);
    try (var world = new GateWorld(folder)) {
      world.propose(world.mei, ad(50));
      String look = world.mei.last().button("先看清楚").token();
      for (int i = 0; i < inputs; i++) {
        String token = fuzz.bytes();
        if (fuzz.random.nextInt(4) == 0) {
          int at = fuzz.random.nextInt(look.length());
          token = look.substring(0, at) + (char) (look.charAt(at) ^ 1) + look.substring(at + 1);
        }
        var phone = fuzz.random.nextBoolean() ? world.mei : world.jun;
        boolean ours = phone.touches(token);
        assertEquals(token.startsWith("g1:"), ours, token);
        assertEquals("AWAITING", world.state(), token);
      }
      assertEquals(0, world.number("SELECT COUNT(*) FROM approvals"), "A5");
      world.checks();
    }
    figures.put("tokens", inputs);
  }

  @Test
  @DisplayName("C3 C6 D3 D5: a platform that lies never gets anything set running but the document")
  void a_platform_that_lies_sets_nothing_running_but_the_document() throws Exception {
    int inputs = 25 * MORE;
    int running = 0;
    for (int i = 0; i < inputs; i++) {
      Path place = Files.createDirectories(folder.resolve("lies" + i));
      var liar = new Liar(new SplittableRandom(SEED + 4 + i));
      try (var world = new GateWorld(place)) {
        world.faults = new Faults(liar);
        world.gate = world.make();
        world.propose(world.mei, ad(50));
        world.mei.agrees(50);
        for (int step = 0; step < 12; step++) world.passes(Duration.ofSeconds(step < 4 ? 11 : 400));
        world.passes(Duration.ofDays(1));
        world.passes(Duration.ofDays(4));
        for (var one : liar.activated) {
          assertEquals(
              java.util.Objects.requireNonNull(liar.asked()).settings(),
              one.settings(),
              "D5 of seed " + i);
          assertEquals(Provider.Status.PAUSED, one.status(), "D5 of seed " + i);
        }
        long posted =
            world.number("SELECT COALESCE(SUM(amount), 0) FROM gate_ledger WHERE kind = 'POST'");
        assertTrue(posted <= 5_000, "C3: posted " + posted + " of seed " + i);
        assertTrue(world.faults.asked <= 1, "D2");
        if (!liar.activated.isEmpty()) running++;
      }
    }
    assertTrue(running > inputs / 10, "some are set running");
    figures.put("lying_platforms", inputs).put("lying_platforms_set_running", running);
    figures.put("double", 0).put("unapproved", 0);
  }
}
