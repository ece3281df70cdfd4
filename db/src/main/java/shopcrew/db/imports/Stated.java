package shopcrew.db.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Versions;

/// A line of a document, with the days for which it says itself that it holds: "…（有效期至
/// 2026-12-31）", "… (valid from 2026-12-01 until 2026-12-31)".
record Stated(String text, String other, @Nullable LocalDate from, @Nullable LocalDate until) {
  private static final Pattern BRACKET =
      Pattern.compile("[（(]([^（()）]{4,60})[)）][。.]?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOLDS =
      Pattern.compile("有效|截止|截至|生效|valid|until|expires|from", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY =
      Pattern.compile("((?:19|20)\\d{2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Pattern START =
      Pattern.compile("起|开始|生效|from|since", Pattern.CASE_INSENSITIVE);
  private static final Pattern END =
      Pattern.compile("至|到|截止|until|till|expires", Pattern.CASE_INSENSITIVE);

  static Stated of(String line) {
    var versions = Versions.of(line);
    var bracket = BRACKET.matcher(line);
    if (!bracket.find() || !HOLDS.matcher(bracket.group(1)).find()) {
      return new Stated(versions.text(), versions.other(), null, null);
    }
    var said = bracket.group(1);
    var days = new ArrayList<LocalDate>();
    for (var day = DAY.matcher(said); day.find(); ) {
      try {
        days.add(
            LocalDate.of(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3))));
      } catch (DateTimeException e) {
        continue; // no such day: the words stay as they are
      }
    }
    boolean starts = START.matcher(said).find() && !END.matcher(said).find();
    var from = days.size() > 1 || starts && days.size() == 1 ? days.getFirst() : null;
    var until = days.size() > 1 || !starts && days.size() == 1 ? days.getLast() : null;
    return new Stated(versions.text(), versions.other(), from, until);
  }
}
