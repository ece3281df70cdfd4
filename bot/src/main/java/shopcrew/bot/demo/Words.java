package shopcrew.bot.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;

/// The lists of names, places, notes and reasons that the sample shop is made of.
final class Words {
  private final Map<String, List<String>> lists;

  Words(List<Map<String, String>> rows) {
    lists =
        rows.stream()
            .collect(
                groupingBy(
                    row -> row.getOrDefault("list", ""),
                    mapping(row -> row.getOrDefault("value", ""), toList())));
  }

  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }
}
