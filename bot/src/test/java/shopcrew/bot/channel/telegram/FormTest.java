package shopcrew.bot.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Reply.Choice;
import shopcrew.bot.channel.Reply.Kind;
import shopcrew.bot.channel.Reply.Tone;
import shopcrew.bot.channel.telegram.Piece.Key;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.proof.Figures;

/// Whatever is to be said fits into Telegram, and all of it is said.
class FormTest {
  private static final int REPLIES = Figures.full() ? 300_000 : 5_000;
  private final TelegramForm form = new TelegramForm(RandomReplies::size);
  private final Bundle words = new Bundle("telegram");

  @Test
  void any_reply_keeps_the_limits_and_loses_nothing() {
    var replies = new RandomReplies(20_261_121);
    int several = 0;
    int numbered = 0;
    for (int i = 0; i < REPLIES; i++) {
      Reply reply = replies.next();
      var said = form.of(reply, "zh");
      String which = "reply " + i;
      said.pieces().forEach(piece -> takenByTelegram(which, piece));
      everyChoiceOnce(which, reply, said);
      everyWord(which, reply, said);
      if (said.pieces().size() > 1) several++;
      if (said.numbered()) numbered++;
    }
    assertTrue(several > REPLIES / 50 && numbered > REPLIES / 50, "most would be plain");
  }

  private static void takenByTelegram(String which, Piece piece) {
    ObjectNode body = StandInTelegram.JSON.createObjectNode();
    var enclosure = piece.enclosure();
    body.put(enclosure == null ? "text" : "caption", piece.text());
    if (enclosure != null) body.put("bytes", RandomReplies.size(enclosure.file()));
    var markup = Posting.markup(piece.rows());
    if (markup != null) {
      body.set("reply_markup", StandInTelegram.JSON.valueToTree(markup));
    }
    String method =
        switch (piece.as()) {
          case TEXT -> "sendmessage";
          case PHOTO -> "sendphoto";
          case DOCUMENT -> "senddocument";
        };
    assertEquals("", StandInLimits.wrong(method, body), which);
    String text = piece.text();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(text, new String(bytes, StandardCharsets.UTF_8), which + " halves a sign");
  }

  private void everyChoiceOnce(String which, Reply reply, TelegramForm.Form said) {
    var carried = new ArrayList<String>();
    for (int i = 0; i < said.pieces().size(); i++) {
      for (var row : said.pieces().get(i).rows()) {
        assertEquals(said.pieces().size() - 1, i, which + " has buttons before its end");
        assertTrue(reply.kind() != Kind.CARD || row.size() == 1, which + " has two in a row");
        row.stream().map(Key::data).filter(data -> !data.isEmpty()).forEach(carried::add);
      }
    }
    assertEquals(carried.size(), Set.copyOf(carried).size(), which + " doubles a choice");
    String all = all(said);
    for (int i = 0; i < reply.choices().size(); i++) {
      Choice choice = reply.choices().get(i);
      boolean button = carried.remove(choice.data());
      String listed = "\n" + (i + 1) + Keyboard.NUMBERED;
      assertTrue(button || ("\n" + all).contains(listed), which + " loses choice " + i);
      assertTrue(button || said.numbered(), which + " does not say that numbers count");
    }
    assertEquals(List.of(), carried, which);
  }

  /// What a reader can see of it, in its order, with nothing between but white space.
  private void everyWord(String which, Reply reply, TelegramForm.Form said) {
    var expected = new StringBuilder(reply.text());
    var enclosure = reply.enclosure();
    if (enclosure != null && said.pieces().stream().allMatch(p -> p.enclosure() == null)) {
      expected.append(words.say("zh", "enclosure.large", "name", enclosure.name()));
    }
    for (String line : Keyboard.of(reply).listed()) expected.append(line);
    if (said.numbered()) expected.append(words.say("zh", "numbered"));
    String seen = seen(all(said));
    if (seen.equals("👇") && seen(expected.toString()).isEmpty()) return;
    assertEquals(seen(expected.toString()), seen, which);
  }

  private static String all(TelegramForm.Form said) {
    return said.pieces().stream().map(Piece::text).collect(Collectors.joining("\n"));
  }

  private static String seen(String text) {
    return Legible.clean(text)
        .codePoints()
        .filter(Legible::isSeen)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void a_long_text_is_cut_after_a_sentence() {
    String sentence = "今天露营车卖了十二台，比昨天多三台。";
    var pieces = Cut.pieces(sentence.repeat(600), 4_096);
    assertTrue(pieces.size() > 2);
    for (String piece : pieces)
      assertTrue(piece.endsWith("台。"), piece.substring(piece.length() - 9));
    assertEquals(
        List.of("It cost 3.50 today.", "It was 1,200 before."),
        Cut.pieces("It cost 3.50 today. It was 1,200 before.", 24));
    assertEquals(List.of("他说：“好。”", "然后走了，没有回头。"), Cut.pieces("他说：“好。”然后走了，没有回头。", 11));
  }

  @Test
  void without_sentences_it_is_cut_between_words_and_never_within_a_sign() {
    assertEquals(List.of("one two", "three four"), Cut.pieces("one two three four", 10));
    String family = "👩‍👩‍👧‍👦";
    for (String piece : Cut.pieces(family.repeat(50), 40)) {
      assertEquals(0, piece.length() % family.length(), piece);
    }
    String ten = "字".repeat(10);
    assertEquals(List.of(ten, "！\u0301好"), Cut.pieces(ten + "！\u0301好", 11));
    String heap = "a" + "\u0301".repeat(100);
    assertEquals(heap, String.join("", Cut.pieces(heap, 40)));
  }

  @Test
  void a_card_has_one_button_in_a_row_with_its_colour() {
    var card =
        new Reply(
            Kind.CARD,
            "最多 1,200.00 元",
            List.of(
                new Choice("确认花钱", "g1:yes", Tone.YES),
                new Choice("不花", "g1:no", Tone.NO),
                new Choice("先看清楚", "g1:look", Tone.PLAIN)),
            new Reply.Link("打开", "https://shop.example/owner"),
            null);
    var rows = form.of(card, "zh").pieces().getFirst().rows();
    assertEquals(
        List.of(
            List.of(new Key("确认花钱", "g1:yes", "", "success")),
            List.of(new Key("不花", "g1:no", "", "danger")),
            List.of(new Key("先看清楚", "g1:look", "", "")),
            List.of(new Key("打开", "", "https://shop.example/owner", ""))),
        rows);
  }

  @Test
  void a_keypad_has_three_in_a_row_and_words_two_if_they_are_short() {
    var keys = IntStream.range(0, 12).mapToObj(i -> new Choice("" + i, "k" + i, Tone.YES)).toList();
    var pad = form.of(new Reply(Kind.KEYPAD, "PIN", keys, null, null), "zh").pieces().getFirst();
    assertEquals(List.of(3, 3, 3, 3), pad.rows().stream().map(List::size).toList());
    assertEquals("", pad.rows().getFirst().getFirst().style());
    var words =
        List.of(
            new Choice("要", "1", Tone.YES),
            new Choice("不要", "2", Tone.NO),
            new Choice("请店主本人来跟我说一说", "3", Tone.PLAIN),
            new Choice("好", "4", Tone.PLAIN));
    var rows =
        form.of(new Reply(Kind.WORDS, "?", words, null, null), "zh").pieces().getFirst().rows();
    assertEquals(List.of(2, 1, 1), rows.stream().map(List::size).toList());
    assertEquals("", rows.getFirst().getFirst().style(), "only cards have colours");
  }

  @Test
  void a_picture_comes_before_a_text_too_long_for_a_caption() {
    var picture = new Reply.Enclosure("a.png", "image/png", Path.of("5000"));
    var yes = List.of(new Choice("好", "y", Tone.PLAIN));
    var both = form.of(new Reply(Kind.WORDS, "字".repeat(1_025), yes, null, picture), "zh");
    assertEquals(2, both.pieces().size());
    assertEquals(Piece.As.PHOTO, both.pieces().getFirst().as());
    assertTrue(both.pieces().getFirst().rows().isEmpty());
    assertFalse(both.pieces().getLast().rows().isEmpty());
    var one = form.of(new Reply(Kind.WORDS, "字".repeat(1_024), yes, null, picture), "zh");
    assertEquals(1, one.pieces().size());
    var large = new Reply.Enclosure("b.pdf", "application/pdf", Path.of("50000001"));
    String told =
        form.of(new Reply(Kind.WORDS, "", List.of(), null, large), "en").pieces().getFirst().text();
    assertTrue(told.contains("b.pdf"), told);
    assertEquals(List.of(), form.of(Reply.words("  "), "zh").pieces());
  }
}
