package shopcrew.roles;

import java.util.List;

/// How an answer came about, step by step, for those who want to look into it.
public record Trace(List<Step> steps) {
  /// The name of the house model in it.
  public static final String HOUSE = "house";

  public static final Trace NONE = new Trace(List.of());

  public sealed interface Step {}

  /// A model was asked.
  ///
  /// @param task what for: `choose`, `write`, `mend` or `translate`
  /// @param model who answered; `house` for the house model
  /// @param cost in millionths of the unit of the shop's currency
  /// @param instead why the models before it did not answer, or empty
  public record Asked(
      String task,
      String model,
      long tokensIn,
      long tokensOut,
      long cost,
      long millis,
      String instead)
      implements Step {}

  /// A tool was called, or refused.
  ///
  /// @param result what came of it, shortened
  public record Called(String tool, String arguments, String result) implements Step {}

  /// Words of a model were held back.
  ///
  /// @param findings what was wrong with them: `number 73591`, `promise free`, …
  /// @param next what was done: `mend`, `replace` or `person`
  public record Held(String said, List<String> findings, String next) implements Step {}
}
