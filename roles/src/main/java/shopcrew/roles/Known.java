package shopcrew.roles;

import java.util.List;

/// What the team remembers beyond the last lines of a conversation: data, never an instruction,
/// and of nobody but who speaks.
///
/// @param profile of the customer: language, orders, what is promised; a line each
/// @param earlier what was said before the lines of the history, in short
/// @param tastes how the owners want things written
public record Known(String profile, String earlier, List<String> tastes) {
  public static final Known NOTHING = new Known("", "", List.of());
}
