package shopcrew.bot.demo;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// Who buys what on which day: weekends are better, the Moon festival and the end of November are
// best.
final class Baskets {
  private static final List<String> KINDS = List.of("retail", "trade", "overseas");

  private final Words words;
  private final List<Ware> wares;
  private final List<Buyer> buyers;
  private final List<Campaign> campaigns;
  private final Dice dice;

  Baskets(Words words, List<Ware> wares, List<Buyer> buyers, List<Campaign> campaigns, Dice dice) {
    this.words = words;
    this.wares = wares;
    this.buyers = buyers;
    this.campaigns = campaigns;
    this.dice = dice;
  }

  /// Every basket in the order of time.
  List<Basket> all() throws IOException {
    var all = new ArrayList<Basket>();
    for (var row : Sheet.read("seed/told_orders.csv")) {
      String shipAfter = Ware.cell(row, "ship_after");
      all.add(
          new Basket(
              buyers.stream()
                  .filter(b -> b.id().equals(Ware.cell(row, "customer_id")))
                  .findFirst()
                  .orElseThrow(),
              LocalDate.parse(Ware.cell(row, "day"))
                  .atTime(LocalTime.parse(Ware.cell(row, "time"))),
              Ware.cell(row, "channel"),
              "",
              Arrays.stream(Ware.cell(row, "items").split(";")).map(this::toldLine).toList(),
              Ware.cell(row, "buyer_note"),
              shipAfter.isEmpty() ? Basket.WAITING : Integer.parseInt(shipAfter)));
    }
    for (var day = SampleShop.OPENED; !day.isAfter(SampleShop.TODAY); day = day.plusDays(1)) {
      int rush = rush(day);
      for (int i = dice.count(2550 * rush / 1000); i > 0; i--) all.add(organic(day));
      for (Campaign campaign : campaigns) {
        boolean won = dice.chance(campaign.ordersPermille() * rush / 1000);
        if (won && campaign.bringsOrdersOn(day)) all.add(fromAd(campaign, day));
      }
    }
    return all.stream().sorted(Comparator.comparing(Basket::at)).toList();
  }

  /// How busy a day is, 1000 being a plain one.
  private static int rush(LocalDate day) {
    int rush = day.getDayOfWeek().getValue() >= DayOfWeek.FRIDAY.getValue() ? 1200 : 900;
    if (between(day, "2026-09-08", "2026-09-20")) rush = rush * 16 / 10;
    if (between(day, "2026-10-01", "2026-10-31")) rush = rush * 8 / 10;
    if (between(day, "2026-11-10", "2026-11-11")) rush = rush * 15 / 10;
    if (between(day, "2026-11-14", "2026-11-20")) rush = rush * 15 / 10;
    return rush;
  }

  private static boolean between(LocalDate day, String first, String last) {
    return !day.isBefore(LocalDate.parse(first)) && !day.isAfter(LocalDate.parse(last));
  }

  private Basket organic(LocalDate day) {
    Buyer buyer = buyer(day, dice.pick(KINDS, Baskets::share));
    var lines = new ArrayList<Sale.Line>();
    var chosen = new LinkedHashSet<Ware>();
    for (int n = dice.pick(List.of(1, 1, 1, 2, 2, 3)); n > 0; n--) chosen.add(ware(day));
    for (Ware ware : chosen) lines.add(line(buyer, ware));
    String channel = buyer.trade() && dice.chance(300) ? "微信" : buyer.source();
    return new Basket(buyer, time(day), channel, "", lines, note(buyer), Basket.THROWN);
  }

  private Basket fromAd(Campaign campaign, LocalDate day) {
    String kind =
        switch (campaign.channel()) {
          case "独立站" -> "overseas";
          case "1688" -> "trade";
          default -> "retail";
        };
    Buyer buyer = buyer(day, kind);
    Ware target =
        wares.stream().filter(w -> w.sku().equals(campaign.sku())).findFirst().orElseThrow();
    var lines = List.of(line(buyer, target));
    return new Basket(
        buyer, time(day), campaign.channel(), campaign.id(), lines, note(buyer), Basket.THROWN);
  }

  /// Of a thousand orders that no ad brought, how many come from this kind of buyer.
  private static int share(String kind) {
    return switch (kind) {
      case "retail" -> 800;
      case "trade" -> 120;
      default -> 80;
    };
  }

  private Buyer buyer(LocalDate day, String kind) {
    var able =
        buyers.stream()
            .filter(b -> b.weight() > 0 && !b.registered().isAfter(day) && day.isBefore(b.until()))
            .filter(b -> b.is(kind) || (kind.equals("trade") && b.trade()))
            .toList();
    return dice.pick(able, Buyer::weight);
  }

  private Ware ware(LocalDate day) {
    return dice.pick(wares.stream().filter(w -> w.sellsOn(day)).toList(), Ware::weight);
  }

  private Sale.Line line(Buyer buyer, Ware ware) {
    if (buyer.is("wholesale") && ware.price() < 20000) {
      int qty = ware.moq() + dice.between(0, ware.moq() / 4);
      return new Sale.Line(ware, qty, ware.wholesale());
    }
    if (buyer.is("retail")) {
      return new Sale.Line(ware, dice.pick(List.of(1, 1, 1, 2, 2, 4)), ware.price());
    }
    return new Sale.Line(ware, dice.between(2, ware.price() < 20000 ? 8 : 3), ware.price());
  }

  private Sale.Line toldLine(String item) {
    String[] part = item.split("\\*");
    Ware ware = wares.stream().filter(w -> w.sku().equals(part[0])).findFirst().orElseThrow();
    return new Sale.Line(ware, Integer.parseInt(part[1]), ware.price());
  }

  private LocalDateTime time(LocalDate day) {
    return day.atTime(dice.between(8, 21), dice.between(0, 59));
  }

  private String note(Buyer buyer) {
    if (!dice.chance(90)) return "";
    return buyer.is("overseas") ? "Please call before delivery" : dice.pick(words.list("note"));
  }
}
