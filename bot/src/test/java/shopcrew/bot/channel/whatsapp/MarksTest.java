package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words stay plain, and what people copy stays what it is.
class MarksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SKU_12_b",
        "5*3*2=30",
        "A*B_C~D",
        "https://shop.example/a_b/c-d?x=1_2",
        "only *one star",
        "2 * 3",
        "-5 度",
        "wang_fang@shop.example",
        "10.5 元",
        "A - B"
      })
  void what_would_not_be_read_as_a_mark_stays(String text) {
    assertEquals(text, Marks.plain(text));
  }

  @Test
  void pairs_are_written_with_signs_that_look_the_same() {
    assertEquals("∗特价∗", Marks.plain("*特价*"));
    assertEquals("a ＿b＿, ∼c∼ ˋdˋ", Marks.plain("a _b_, ~c~ `d`"));
    assertEquals("买∗两∗送一", Marks.plain("买*两*送一"), "of Chinese letters apps differ");
  }

  @Test
  void a_link_still_leads_there() {
    assertEquals("https://shop.example/%5Fa%5F/b", Marks.plain("https://shop.example/_a_/b"));
    assertEquals("∗see https://shop.example/b%2A", Marks.plain("*see https://shop.example/b*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"- SKU-1", "* SKU-1", "> SKU-1", "1. SKU-1", "12. SKU-1", " - SKU-1", ">SKU-1"})
  void a_line_does_not_start_with_a_mark_and_its_code_is_copied_alone(String line) {
    String plain = Marks.plain("x\n" + line);
    assertEquals("x\n" + line, plain.replace("\u2060", ""));
    assertEquals(line.length() + 3, plain.length());
    assertTrue(plain.endsWith("SKU-1"));
    assertEquals(Marks.JOINER, plain.charAt(line.startsWith(" ") ? 3 : 2));
  }
}
