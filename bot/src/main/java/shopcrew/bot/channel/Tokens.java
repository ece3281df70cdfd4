package shopcrew.bot.channel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Reply.Choice;
import shopcrew.bot.channel.Reply.Tone;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;

/// What a choice carries through a platform. The gate's tokens go as they are, for they mean
/// nothing by themselves; of everything else only the place under its line.
public final class Tokens {
  private static final String GATE = "g1:";
  private static final Pattern PLACE = Pattern.compile("b(\\d{1,3})");

  private Tokens() {}

  static Choice choice(Line line, int place) {
    Button button = line.buttons().get(place);
    String data = button.token().startsWith(GATE) ? button.token() : "b" + place;
    Tone tone =
        switch (button.tone()) {
          case PLAIN -> Tone.PLAIN;
          case YES -> Tone.YES;
          case NO -> Tone.NO;
        };
    return new Choice(button.label(), data, tone);
  }

  /// What stands behind what came back, or nothing if it was made up.
  public static String of(String data, @Nullable Line under) {
    if (data.startsWith(GATE)) return data;
    var place = PLACE.matcher(data);
    if (under == null || !place.matches()) return "";
    int nth = Integer.parseInt(place.group(1));
    return nth < under.buttons().size() ? under.buttons().get(nth).token() : "";
  }
}
