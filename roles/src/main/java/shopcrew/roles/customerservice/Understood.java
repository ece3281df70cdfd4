package shopcrew.roles.customerservice;

import java.util.List;
import java.util.stream.Collectors;
import shopcrew.prompts.Words;

/// Says the conditions of a wish back as they were understood, so that they can be put right.
final class Understood {
  private final Words words;
  private final String language;

  Understood(Words words, String language) {
    this.words = words;
    this.language = language;
  }

  /// "承重 ≥ 50 kg"
  ///
  /// @param more whether more of it is better
  String figure(String notion, Limit limit, boolean more) {
    String sign =
        switch (limit.kind()) {
          case LEAST -> "≥";
          case MOST -> "≤";
          case ABOUT -> "≈";
          case BARE ->
              limit.unit().equals("money") || limit.unit().isEmpty() ? "≤" : more ? "≥" : "≈";
        };
    String value = limit.value().stripTrailingZeros().toPlainString();
    boolean bare = limit.unit().equals("money") || limit.unit().equals("count");
    String unit = bare || limit.unit().isEmpty() ? "" : " " + limit.unit();
    return label(notion, notion) + " " + sign + " " + value + unit;
  }

  String notion(String notion, String word, boolean wanted) {
    String phrase = Columns.label(notion, wanted ? "yes" : "no", language);
    if (phrase != null) return phrase;
    String label = label(notion, word);
    return wanted ? label : not(label);
  }

  String colour(String word, boolean wanted) {
    return wanted ? word : not(word);
  }

  /// Empty where there is none.
  String all(List<Condition> conditions) {
    if (conditions.isEmpty()) return "";
    return words.say(language, "conditions", "conditions", list(conditions));
  }

  String list(List<Condition> conditions) {
    return conditions.stream()
        .map(Condition::said)
        .distinct()
        .collect(Collectors.joining(language.equals("zh") ? "、" : ", "));
  }

  private String not(String what) {
    return words.say(language, "condition_not", "what", what);
  }

  private String label(String notion, String otherwise) {
    String label = Columns.label(notion, "label", language);
    return label == null ? otherwise : label;
  }
}
