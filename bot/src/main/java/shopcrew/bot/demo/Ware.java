package shopcrew.bot.demo;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One product as the generator needs it; money in fen, demand as a weight among the others.
record Ware(
    String sku,
    String category,
    long cost,
    long price,
    long wholesale,
    int moq,
    int stock,
    long shipping,
    int weight,
    LocalDate soldOutSince) {

  static List<Ware> all() throws IOException {
    Map<String, Map<String, String>> demand =
        Sheet.read("seed/demand.csv").stream().collect(toMap(row -> cell(row, "sku"), row -> row));
    return Sheet.read("products.csv").stream()
        .map(row -> of(row, demand.getOrDefault(cell(row, "sku"), Map.of())))
        .toList();
  }

  private static Ware of(Map<String, String> row, Map<String, String> demand) {
    String until = cell(demand, "until");
    return new Ware(
        cell(row, "sku"),
        cell(row, "category"),
        Sheet.fen(cell(row, "cost")),
        Sheet.fen(cell(row, "price")),
        Sheet.fen(cell(row, "wholesale_price")),
        Integer.parseInt(cell(row, "moq")),
        Integer.parseInt(cell(row, "stock")),
        Sheet.fen(cell(row, "ship_cost")),
        Integer.parseInt(cell(demand, "weight")),
        until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until));
  }

  boolean sellsOn(LocalDate day) {
    return day.isBefore(soldOutSince);
  }

  static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
