package shopcrew.db;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Outbox.Tone;

/// Buttons as they stand in a row: one on each line.
final class Buttons {
  private Buttons() {}

  static String written(List<Button> buttons) {
    return buttons.stream()
        .map(
            button ->
                onOneLine(button.label())
                    + "\t"
                    + onOneLine(button.token())
                    + (button.tone() == Tone.PLAIN ? "" : "\t" + button.tone()))
        .collect(Collectors.joining("\n"));
  }

  private static String onOneLine(String text) {
    return text.replaceAll("[\t\n]", " ");
  }

  static List<Button> read(String written) {
    if (written.indexOf('\t') < 0) return List.of();
    return Arrays.stream(written.split("\n"))
        .map(line -> line.split("\t", 3))
        .map(
            parts ->
                new Button(
                    parts[0], parts[1], parts.length < 3 ? Tone.PLAIN : Tone.valueOf(parts[2])))
        .toList();
  }
}
