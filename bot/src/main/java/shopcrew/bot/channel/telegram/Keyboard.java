package shopcrew.bot.channel.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Reply.Choice;
import shopcrew.bot.channel.Reply.Kind;
import shopcrew.bot.channel.telegram.Piece.Key;

/// The buttons of a reply, and what has to be said beside them.
///
/// @param listed lines that belong into the text: choices without a button and labels too long for
///     one, each with its number among all choices; a link that no button may carry
/// @param numbered whether some choice has no button, so that it is answered by its number
record Keyboard(List<List<Key>> rows, List<String> listed, boolean numbered) {
  static final int MOST_BUTTONS = 100;
  static final int MOST_DATA = 64;
  static final int MOST_LABEL = 60;

  /// With a blank at which no text is cut: the number stays with its label.
  static final String NUMBERED = ".\u00a0";

  /// Up to which width two buttons stand side by side; a Chinese sign is two wide.
  private static final int SHORT = 16;

  static Keyboard of(Reply reply) {
    var keys = new ArrayList<Key>();
    var listed = new ArrayList<String>();
    boolean numbered = false;
    String url = button(reply.link());
    int room = MOST_BUTTONS - (url == null ? 0 : 1);
    for (int i = 0; i < reply.choices().size(); i++) {
      Choice choice = reply.choices().get(i);
      String said = Legible.line(choice.label());
      String label = Legible.isSeen(said) ? said : String.valueOf(i + 1);
      boolean carried = keys.size() < room && fits(choice.data());
      if (carried) {
        String shown = Cut.beginning(label, MOST_LABEL);
        keys.add(new Key(shown, choice.data(), "", style(reply.kind(), choice.tone())));
      }
      if (!carried || label.length() > MOST_LABEL) listed.add((i + 1) + NUMBERED + label);
      numbered |= !carried;
    }
    var rows = rows(reply.kind(), keys);
    var link = reply.link();
    if (link != null && url != null) rows.add(List.of(new Key(name(link), "", url, "")));
    else if (link != null) listed.add((name(link) + " " + Legible.line(link.url())).strip());
    return new Keyboard(rows, listed, numbered);
  }

  private static boolean fits(String data) {
    int bytes = data.getBytes(StandardCharsets.UTF_8).length;
    return bytes > 0 && bytes <= MOST_DATA && Legible.clean(data).equals(data);
  }

  private static String style(Kind kind, Reply.Tone tone) {
    return switch (kind) {
      case WORDS, KEYPAD -> "";
      case CARD ->
          switch (tone) {
            case PLAIN -> "";
            case YES -> "success";
            case NO -> "danger";
          };
    };
  }

  /// On a card each button has a row of its own: no finger slips onto the one beside it.
  private static List<List<Key>> rows(Kind kind, List<Key> keys) {
    var rows = new ArrayList<List<Key>>();
    for (Key key : keys) {
      boolean beside =
          !rows.isEmpty()
              && switch (kind) {
                case CARD -> false;
                case KEYPAD -> rows.getLast().size() < 3;
                case WORDS ->
                    rows.getLast().size() < 2 && isShort(key) && isShort(rows.getLast().getFirst());
              };
      if (!beside) rows.add(new ArrayList<>());
      rows.getLast().add(key);
    }
    return rows;
  }

  private static boolean isShort(Key key) {
    return key.label().codePoints().map(sign -> sign < 0x1100 ? 1 : 2).sum() <= SHORT;
  }

  private static String name(Reply.Link link) {
    String label = Cut.beginning(Legible.line(link.label()), MOST_LABEL);
    return Legible.isSeen(label) ? label : "🔗";
  }

  /// Telegram refuses the whole message if a button opens what is no address of the open web.
  private static @Nullable String button(Reply.@Nullable Link link) {
    if (link == null) return null;
    try {
      var address = URI.create(link.url());
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      String host = address.getHost();
      boolean open = host != null && host.matches(".*\\.[A-Za-z][A-Za-z0-9-]*");
      return web && open && link.url().length() <= 2_000 ? link.url() : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
