package shopcrew.bot.statement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shopcrew.bot.gate.Statement;
import shopcrew.bot.gate.Statement.Line;
import shopcrew.bot.gate.Statement.Moves;

/// The sums of some lines, by what they were for and over all.
///
/// @param byCategory in a fixed order
record Totals(Map<String, Moves> byCategory, Moves all) {
  static Totals of(Statement statement, List<Line> lines) {
    var byCategory = new TreeMap<String, Moves>();
    for (Line line : lines) byCategory.merge(line.category(), line.moves(), Moves::plus);
    return new Totals(byCategory, statement.sum(lines));
  }
}
