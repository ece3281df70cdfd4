package shopcrew.bot.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/// One ad campaign: what it advertises, since when, what it costs a day, and how many orders it
// brings.
record Campaign(
    String id,
    String name,
    String platform,
    String channel,
    String sku,
    LocalDate start,
    int fenADay,
    int ordersPermille,
    LocalDate ordersUntil) {
  static final List<String> COLUMNS =
      List.of(
          "date",
          "campaign_id",
          "campaign_name",
          "platform",
          "target_sku",
          "impressions",
          "clicks",
          "cost",
          "orders",
          "revenue");

  static List<Campaign> all() throws IOException {
    return Sheet.read("seed/ads.csv").stream()
        .map(
            row -> {
              String until = Ware.cell(row, "until");
              return new Campaign(
                  Ware.cell(row, "campaign_id"),
                  Ware.cell(row, "campaign_name"),
                  Ware.cell(row, "platform"),
                  Ware.cell(row, "channel"),
                  Ware.cell(row, "target_sku"),
                  LocalDate.parse(Ware.cell(row, "start")),
                  Integer.parseInt(Ware.cell(row, "daily_fen")),
                  Integer.parseInt(Ware.cell(row, "orders_permille")),
                  until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until));
            })
        .toList();
  }

  boolean bringsOrdersOn(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(ordersUntil);
  }
}
