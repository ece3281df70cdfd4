package shopcrew.bot.channel.whatsapp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.i18n.Bundle;

/// Makes a reply into as few messages as carry all of it, since every one is charged: three short
/// choices are buttons, up to ten are a list, all others are answered by their numbers. No choice
/// is ever lost.
final class WhatsAppForm {
  private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");
  private static final Set<String> OFFICE =
      Set.of(
          "application/pdf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation");

  private final Limits limits;
  private final Labels labels;
  private final Bundle words;
  private final ToLongFunction<Path> size;

  /// @param size of a file in bytes, below nought if it is not there
  WhatsAppForm(Limits limits, Bundle words, ToLongFunction<Path> size) {
    this.limits = limits;
    this.labels = new Labels(limits);
    this.words = words;
    this.size = size;
  }

  Form of(Reply reply, String language) {
    var pieces = new ArrayList<Piece>();
    String text = Sentences.strip(Said.clean(reply.text()));
    Piece.@Nullable Medium medium = medium(reply.enclosure());
    if (reply.enclosure() != null && medium == null) {
      text = lines(text, words.say(language, "enclosure", "name", reply.enclosure().name()));
    }
    if (medium != null) {
      boolean whole =
          reply.choices().isEmpty() && reply.link() == null && fits(text, limits.caption());
      pieces.add(whole ? captioned(medium, Marks.plain(text)) : medium);
      if (whole) return new Form(pieces, false);
    }
    return reply.choices().isEmpty()
        ? linked(pieces, text, reply.link(), language)
        : chosen(pieces, text, reply, language);
  }

  private Form linked(List<Piece> pieces, String text, Reply.@Nullable Link link, String language) {
    if (link == null || !openable(link)) {
      say(pieces, link == null ? text : lines(text, inWords(link)), limits.text());
      return new Form(pieces, false);
    }
    String label = Sentences.strip(Said.clean(link.label()));
    boolean fits =
        !label.isEmpty() && label.length() <= limits.linkLabel() && label.indexOf('\n') < 0;
    String body = fits ? text : lines(text, label);
    if (body.isEmpty()) body = fits ? label : words.say(language, "open");
    String last = say(pieces, body, limits.body());
    pieces.add(new Piece.Link(last, fits ? label : words.say(language, "open"), link.url()));
    return new Form(pieces, false);
  }

  private Form chosen(List<Piece> pieces, String text, Reply reply, String language) {
    String body = reply.link() == null ? text : lines(text, inWords(reply.link()));
    List<Piece.Option> options = labels.options(reply.choices());
    List<Piece.Row> rows = options == null ? labels.rows(reply.choices()) : null;
    if (options == null && rows == null) {
      say(pieces, numbered(body, reply.choices(), language), limits.text());
      return new Form(pieces, true);
    }
    String last = say(pieces, body.isEmpty() ? words.say(language, "choose") : body, limits.body());
    if (options != null) pieces.add(new Piece.Buttons(last, options));
    else if (rows != null) pieces.add(new Piece.Listing(last, words.say(language, "list"), rows));
    return new Form(pieces, false);
  }

  private String numbered(String body, List<Reply.Choice> choices, String language) {
    var text = new StringBuilder(body.isEmpty() ? "" : body + "\n\n");
    for (int i = 0; i < choices.size(); i++) {
      text.append(i + 1).append(". ").append(Labels.of(choices.get(i), i + 1)).append('\n');
    }
    return text + words.say(language, "number");
  }

  /// Says all of it in words, or all but the last piece, which something else carries.
  private String say(List<Piece> pieces, String text, int last) {
    List<String> parts = Sentences.split(text, limits.text(), last);
    for (int i = 0; i < parts.size(); i++) {
      String part = Marks.plain(parts.get(i));
      if (i == parts.size() - 1 && last < limits.text()) return part;
      pieces.add(new Piece.Text(part));
    }
    return "";
  }

  private boolean fits(String text, int most) {
    return text.length() <= most && Marks.plain(text).length() <= most;
  }

  private boolean openable(Reply.Link link) {
    return link.url().matches("https?://\\S+") && link.url().length() <= limits.linkUrl();
  }

  private static String inWords(Reply.Link link) {
    String label = Sentences.strip(Said.clean(link.label()));
    return label.isEmpty() ? link.url() : label + "\n" + link.url();
  }

  private static String lines(String one, String other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : one + "\n" + other;
  }

  /// Null: there is none, or the platform would not take it.
  private Piece.@Nullable Medium medium(Reply.@Nullable Enclosure enclosure) {
    if (enclosure == null) return null;
    long bytes = size.applyAsLong(enclosure.file());
    String name = Sentences.strip(Said.clean(enclosure.name()).replaceAll("\\s+", " "));
    if (bytes <= 0 || name.length() > limits.name()) return null;
    if (IMAGES.contains(enclosure.type()) && bytes <= limits.imageBytes()) {
      return new Piece.Medium("image", name, enclosure.type(), enclosure.file(), "");
    }
    // Any text goes as plain text: the platform knows no other, and the name still says what it is.
    String type = enclosure.type().startsWith("text/") ? "text/plain" : enclosure.type();
    boolean taken = OFFICE.contains(type) || type.equals("text/plain");
    if (!taken || bytes > limits.documentBytes()) return null;
    return new Piece.Medium("document", name.isEmpty() ? "file" : name, type, enclosure.file(), "");
  }

  private static Piece captioned(Piece.Medium medium, String caption) {
    return new Piece.Medium(medium.kind(), medium.name(), medium.type(), medium.file(), caption);
  }
}
