package shopcrew.bot.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Reply.Choice;

/// What stands on buttons and rows. Nothing is shortened: what does not fit is not made.
final class Labels {
  private final Limits limits;

  Labels(Limits limits) {
    this.limits = limits;
  }

  /// On one line; a choice without words shows its number.
  static String of(Choice choice, int number) {
    String label = Sentences.strip(Said.clean(choice.label()).replaceAll("\\s+", " "));
    return label.isEmpty() ? Integer.toString(number) : label;
  }

  /// Null: they do not fit on buttons.
  @Nullable List<Piece.Option> options(List<Choice> choices) {
    if (choices.size() > limits.buttons() || !told(choices, limits.buttonId())) return null;
    var options = new ArrayList<Piece.Option>();
    var titles = new HashSet<String>();
    for (Choice choice : choices) {
      String title = of(choice, options.size() + 1);
      if (title.length() > limits.buttonTitle() || !titles.add(title)) return null;
      options.add(new Piece.Option(choice.data(), title));
    }
    return options;
  }

  /// Null: they do not fit in a list.
  @Nullable List<Piece.Row> rows(List<Choice> choices) {
    if (choices.size() > limits.rows() || !told(choices, limits.rowId())) return null;
    var rows = new ArrayList<Piece.Row>();
    for (Choice choice : choices) {
      String label = of(choice, rows.size() + 1);
      int end = title(label);
      String rest = Sentences.strip(label.substring(end));
      if (end == 0 || rest.length() > limits.rowDescription()) return null;
      rows.add(new Piece.Row(choice.data(), Sentences.strip(label.substring(0, end)), rest));
    }
    return rows;
  }

  /// Where the title of a row ends: between words if it can, else between whole signs.
  private int title(String label) {
    int most = limits.rowTitle();
    if (label.length() <= most) return label.length();
    int word = label.lastIndexOf(' ', most);
    if (word > most / 2) return word;
    var signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(label);
    return signs.preceding(most + 1);
  }

  /// The platform tells choices apart by their ids only.
  private static boolean told(List<Choice> choices, int longest) {
    var ids = new HashSet<String>();
    return choices.stream()
        .map(Choice::data)
        .allMatch(
            data ->
                !data.isBlank()
                    && data.getBytes(StandardCharsets.UTF_8).length <= longest
                    && ids.add(data));
  }
}
