package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Reply.Choice;
import shopcrew.bot.channel.Reply.Tone;
import shopcrew.bot.i18n.Bundle;

/// What a customer sees of a reply.
class FormTest {
  private final WhatsAppForm form =
      new WhatsAppForm(
          Limits.read(), new Bundle("whatsapp"), path -> Long.parseLong(path.toString()));

  private static Reply ask(String text, String... labels) {
    var choices =
        IntStream.range(0, labels.length)
            .mapToObj(i -> new Choice(labels[i], "c" + i, Tone.PLAIN))
            .toList();
    return new Reply(Reply.Kind.WORDS, text, choices, null, null);
  }

  private static Reply with(String type, long bytes, String text) {
    var file = new Reply.Enclosure("小票.png", type, Path.of(Long.toString(bytes)));
    return new Reply(Reply.Kind.WORDS, text, List.of(), null, file);
  }

  @Test
  void three_short_choices_are_buttons() {
    var made = form.of(ask("露营灯要几个？", "一个", "两个", "不要了"), "zh");
    var buttons = assertInstanceOf(Piece.Buttons.class, made.pieces().getFirst());
    assertEquals("露营灯要几个？", buttons.body());
    assertEquals(
        List.of("一个", "两个", "不要了"), buttons.options().stream().map(Piece.Option::title).toList());
    assertFalse(made.numbered());
  }

  @Test
  void a_label_too_long_for_a_button_goes_to_a_list_whole() {
    var made = form.of(ask("Which one?", "Camping lamp, warm white, with hook", "Tent"), "en");
    var list = assertInstanceOf(Piece.Listing.class, made.pieces().getFirst());
    assertEquals("Camping lamp, warm", list.rows().getFirst().title());
    assertEquals("white, with hook", list.rows().getFirst().description());
    assertEquals("", list.rows().get(1).description());
  }

  @Test
  void more_than_ten_are_answered_by_their_numbers() {
    String[] sizes = IntStream.range(36, 48).mapToObj(i -> i + " 码").toArray(String[]::new);
    var made = form.of(ask("要哪个码？", sizes), "zh");
    assertTrue(made.numbered());
    var text = assertInstanceOf(Piece.Text.class, made.pieces().getFirst());
    assertTrue(text.body().contains("12. 47 码"), text.body());
    assertTrue(text.body().endsWith("回复数字就可以。"), text.body());
  }

  @Test
  void the_same_label_twice_or_the_same_choice_twice_is_still_told_apart() {
    assertInstanceOf(Piece.Listing.class, form.of(ask("?", "好", "好"), "zh").pieces().getFirst());
    var same = new Choice("好", "x", Tone.PLAIN);
    var twice = new Reply(Reply.Kind.WORDS, "?", List.of(same, same), null, null);
    assertTrue(form.of(twice, "zh").numbered());
  }

  @Test
  void a_long_text_is_cut_at_sentences_and_the_choices_go_last() {
    String text = "这款露营灯可以用十二个小时。".repeat(350);
    var pieces = form.of(ask(text, "买", "不买"), "zh").pieces();
    for (Piece piece : pieces.subList(0, pieces.size() - 1)) {
      assertTrue(assertInstanceOf(Piece.Text.class, piece).body().endsWith("时。"));
    }
    assertInstanceOf(Piece.Buttons.class, pieces.getLast());
    assertEquals(2, pieces.size(), "every message is charged");
  }

  @Test
  void a_link_is_a_button_and_beside_choices_it_is_words() {
    var link = new Reply.Link("看收据", "https://shop.example/r/a_1");
    var alone = new Reply(Reply.Kind.WORDS, "付好了。", List.of(), link, null);
    var button = assertInstanceOf(Piece.Link.class, form.of(alone, "zh").pieces().getFirst());
    assertEquals("看收据", button.label());
    var both = new Reply(Reply.Kind.WORDS, "付好了。", ask("", "好").choices(), link, null);
    var words = assertInstanceOf(Piece.Buttons.class, form.of(both, "zh").pieces().getFirst());
    assertEquals("付好了。\n看收据\nhttps://shop.example/r/a_1", words.body());
  }

  @Test
  void a_picture_takes_its_words_along_and_what_is_not_taken_is_said() {
    var picture = form.of(with("image/png", 5_000_000, "今天的小票"), "zh").pieces();
    assertEquals(1, picture.size());
    assertEquals("今天的小票", assertInstanceOf(Piece.Medium.class, picture.getFirst()).caption());
    var large = form.of(with("image/png", 5_000_001, "今天的小票"), "zh").pieces();
    assertTrue(assertInstanceOf(Piece.Text.class, large.getFirst()).body().contains("小票.png"));
    var table = form.of(with("text/csv", 10, ""), "zh").pieces();
    assertEquals("document", assertInstanceOf(Piece.Medium.class, table.getFirst()).kind());
  }

  @Test
  void twelve_keys_are_numbers_too_so_that_no_key_is_lost() {
    String[] keys = IntStream.range(0, 12).mapToObj(Integer::toString).toArray(String[]::new);
    var pad = new Reply(Reply.Kind.KEYPAD, "PIN", ask("", keys).choices(), null, null);
    assertTrue(form.of(pad, "zh").numbered());
  }
}
