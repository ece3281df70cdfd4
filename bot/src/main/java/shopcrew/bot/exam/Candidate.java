package shopcrew.bot.exam;

import java.util.function.Supplier;
import shopcrew.bot.model.Models;

/// Who sits the exam: the house model alone, or another before it.
///
/// @param name as the report calls it
/// @param way made anew for each round, so that no round lives on the answers of the one before
public record Candidate(String name, Supplier<Models.Way> way) {
  public static Candidate house() {
    return new Candidate("house", Models::house);
  }
}
