package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.proof.Figures;

/// Whatever is said, the platform takes it, all of it is there once, and nothing in it became
/// formatting.
class AnyReplyTest {
  private static final long SEED = 20_261_121;
  private static final int MORE = Figures.full() ? 10 : 1;

  /// A second reader of the platform's marks, written apart from [Marks].
  private static final Pattern FORMATTED =
      Pattern.compile(
          "(?m)(?<![\\p{L}\\p{Nd}&&[^\\u2e80-\\uffff]])([*_~])(?![\\s\\p{Z}])[^\\n"
              + "]*?(?<![\\s\\p{Z}])\\1(?![\\p{L}\\p{Nd}&&[^\\u2e80-\\uffff]])|`|^[\\s\\p{Z}&&[^\\n"
              + "]]*(>|[-*][\\s\\p{Z}]|\\d+\\.[\\s\\p{Z}])");

  private final WhatsAppForm form =
      new WhatsAppForm(Limits.read(), new Bundle("whatsapp"), p -> Long.parseLong(p.toString()));

  @Test
  void any_reply_fits_and_nothing_is_lost_or_doubled() {
    var any = new AnyReply(SEED);
    int numbered = 0;
    int parted = 0;
    int inputs = 8_000 * MORE;
    for (int i = 0; i < inputs; i++) {
      Reply reply = any.next();
      Form made = form.of(reply, any.random.nextBoolean() ? "zh" : "en");
      for (Piece piece : made.pieces()) {
        int fault = Rules.fault(Payload.of("8613800000001", piece, "700001", "1"));
        assertEquals(0, fault, () -> piece + " of " + reply);
        String words = words(piece);
        assertFalse(FORMATTED.matcher(words).find(), () -> words + " of " + reply);
      }
      if (made.pieces().isEmpty()) assertTrue(saysNothing(reply), reply::toString);
      allIsSaid(reply, made);
      everyChoiceIsThereOnce(reply, made);
      if (made.numbered()) numbered++;
      if (made.pieces().size() > 1) parted++;
    }
    assertTrue(numbered > inputs / 20 && parted > inputs / 20, numbered + " and " + parted);
  }

  private static boolean saysNothing(Reply reply) {
    boolean silent = reply.choices().isEmpty() && reply.link() == null && reply.enclosure() == null;
    return silent && bare(reply.text()).isEmpty();
  }

  private static void allIsSaid(Reply reply, Form made) {
    var all = new StringBuilder();
    made.pieces().forEach(piece -> all.append(words(piece)));
    String said = bare(all.toString());
    String meant = bare(reply.text());
    assertTrue(said.startsWith(meant), () -> said + "\nis not\n" + meant);
    boolean only = reply.choices().isEmpty() && reply.link() == null && reply.enclosure() == null;
    if (only) assertEquals(meant, said);
    Reply.Link link = reply.link();
    if (link != null) {
      long buttons =
          made.pieces().stream()
              .filter(p -> p instanceof Piece.Link l && l.url().equals(link.url()))
              .count();
      assertTrue(buttons == 1 || said.contains(bare(link.url())), () -> "no link in " + made);
      assertTrue(said.contains(bare(link.label())) || buttons == 1, () -> "no label in " + made);
    }
  }

  private static void everyChoiceIsThereOnce(Reply reply, Form made) {
    var carried = new ArrayList<String>();
    var labels = new ArrayList<String>();
    for (Piece piece : made.pieces()) {
      if (piece instanceof Piece.Buttons(String _, List<Piece.Option> options)) {
        options.forEach(o -> carried.add(o.id()));
        options.forEach(o -> labels.add(bare(o.title())));
      } else if (piece instanceof Piece.Listing(String _, String _, List<Piece.Row> rows)) {
        rows.forEach(r -> carried.add(r.id()));
        rows.forEach(r -> labels.add(bare(r.title() + r.description())));
      }
    }
    if (made.numbered()) {
      assertTrue(carried.isEmpty(), "by number or by finger, not both");
      var all = new StringBuilder();
      made.pieces().forEach(piece -> all.append(words(piece)));
      String said = bare(all.toString());
      int at = bare(reply.text()).length();
      for (int i = 0; i < reply.choices().size(); i++) {
        String line = (i + 1) + "." + bare(Labels.of(reply.choices().get(i), i + 1));
        at = said.indexOf(line, at) + line.length();
        assertTrue(at >= line.length(), () -> "no " + line + " in " + said);
      }
      return;
    }
    assertEquals(reply.choices().stream().map(Reply.Choice::data).toList(), carried);
    for (int i = 0; i < labels.size(); i++) {
      assertEquals(bare(Labels.of(reply.choices().get(i), i + 1)), labels.get(i));
    }
    if (!carried.isEmpty()) assertFalse(made.pieces().getLast() instanceof Piece.Text, "last");
  }

  @Test
  void any_text_is_cut_between_whole_signs_and_nothing_but_space_goes() {
    var any = new AnyReply(SEED + 1);
    for (int i = 0; i < 12_000 * MORE; i++) {
      String text = Sentences.strip(Said.clean(any.words(600)));
      int each = any.random.nextInt(60, 200);
      int last = any.random.nextInt(60, each + 1);
      List<String> pieces = Sentences.split(text, each, last);
      var signs = BreakIterator.getCharacterInstance(Locale.ROOT);
      signs.setText(text);
      int at = 0;
      for (int k = 0; k < pieces.size(); k++) {
        String piece = pieces.get(k);
        assertFalse(piece.isEmpty());
        assertTrue(Marks.plain(piece).length() <= (k == pieces.size() - 1 ? last : each), text);
        int from = text.indexOf(piece, at);
        assertTrue(from >= 0 && bare(text.substring(at, from)).isEmpty(), text);
        boolean afterSpace = from > 0 && Marks.space(text.charAt(from - 1));
        assertTrue(signs.isBoundary(from) || afterSpace, () -> "cut within a sign: " + text);
        at = from + piece.length();
        assertTrue(
            signs.isBoundary(at) || Marks.space(text.charAt(at)), () -> "at its end: " + text);
      }
      assertEquals(text.length(), at);
    }
  }

  private static String words(Piece piece) {
    return switch (piece) {
      case Piece.Text text -> text.body();
      case Piece.Buttons buttons -> buttons.body();
      case Piece.Listing list -> list.body();
      case Piece.Link link -> link.body();
      case Piece.Medium file -> file.caption();
    };
  }

  /// Without white space and the ways in which marks are written.
  private static String bare(String text) {
    var bare = new StringBuilder(text.length());
    String clean = Said.clean(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      int alike = "∗＿∼ˋ".indexOf(c);
      if (alike >= 0) bare.append("*_~`".charAt(alike));
      else if (c != '\u2060' && !Marks.space(c)) bare.append(c);
    }
    return bare.toString()
        .replace("%2A", "*")
        .replace("%5F", "_")
        .replace("%7E", "~")
        .replace("%60", "`");
  }
}
