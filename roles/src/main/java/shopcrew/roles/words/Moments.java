package shopcrew.roles.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment as people read it: "11月21日 09:40", "21 Nov 09:40".
public final class Moments {
  private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm");
  private static final DateTimeFormatter OTHER =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private Moments() {}

  public static String say(Instant moment, ZoneId zone, String language) {
    return (language.equals("zh") ? CHINESE : OTHER).format(moment.atZone(zone));
  }
}
