package shopcrew.bot.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Openings and firings so that what came in, less what was sold, plus what came back, is the stock
// of today.
final class StockBook {
  static final List<String> COLUMNS = List.of("date", "sku", "type", "qty", "note");
  private static final int KILN_DAYS = 35;

  private record Move(LocalDate day, String sku, String type, int qty) {
    List<?> row() {
      return List.of(day, sku, type, qty, "");
    }
  }

  private StockBook() {}

  static List<List<?>> of(List<Ware> wares, List<Sale> sales) {
    return wares.stream()
        .flatMap(ware -> moves(ware, sales).stream())
        .sorted(Comparator.comparing(Move::day))
        .<List<?>>map(Move::row)
        .toList();
  }

  /// Each firing covers what sells until the next one; the opening holds today's stock on top.
  private static List<Move> moves(Ware ware, List<Sale> sales) {
    int firings =
        (int) ChronoUnit.DAYS.between(SampleShop.OPENED, SampleShop.TODAY) / KILN_DAYS + 1;
    int[] sold = new int[firings];
    int back = 0;
    for (Sale sale : sales) {
      if (sale.cancelled()) continue;
      for (Sale.Line line : sale.lines()) {
        if (!line.ware().equals(ware)) continue;
        var age = ChronoUnit.DAYS.between(SampleShop.OPENED, sale.at().toLocalDate());
        sold[(int) age / KILN_DAYS] += line.qty();
        if (sale.cameBack()) back += line.qty();
      }
    }
    sold[0] += ware.stock();
    for (int i = firings - 1; i >= 0 && back > 0; i--) {
      int spared = Math.min(back, sold[i]);
      sold[i] -= spared;
      back -= spared;
    }
    var moves = new ArrayList<Move>();
    moves.add(new Move(SampleShop.OPENED, ware.sku(), "期初", sold[0]));
    for (int i = 1; i < firings; i++) {
      var day = SampleShop.OPENED.plusDays((long) i * KILN_DAYS);
      if (sold[i] > 0) moves.add(new Move(day, ware.sku(), "进货", sold[i]));
    }
    return moves;
  }
}
