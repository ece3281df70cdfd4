package shopcrew.bot.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The daily results of each campaign; its orders and revenue are the orders that name it.
final class AdBook {
  private final Dice dice;

  AdBook(Dice dice) {
    this.dice = dice;
  }

  List<List<?>> of(List<Campaign> campaigns, List<Sale> sales) {
    var rows = new ArrayList<List<?>>();
    for (var day = SampleShop.OPENED; !day.isAfter(SampleShop.TODAY); day = day.plusDays(1)) {
      for (Campaign campaign : campaigns) {
        if (!day.isBefore(campaign.start())) rows.add(row(campaign, day, sales));
      }
    }
    return rows;
  }

  private List<?> row(Campaign campaign, LocalDate day, List<Sale> sales) {
    var won =
        sales.stream()
            .filter(s -> s.campaign().equals(campaign.id()) && s.at().toLocalDate().equals(day))
            .toList();
    long cost = (long) campaign.fenADay() * dice.between(750, 1250) / 1000;
    int clicks = Math.max(won.size(), (int) (cost / dice.between(60, 110)));
    return List.of(
        day,
        campaign.id(),
        campaign.name(),
        campaign.platform(),
        campaign.sku(),
        clicks * dice.between(28, 55),
        clicks,
        Sheet.yuan(cost),
        won.size(),
        Sheet.yuan(won.stream().mapToLong(Sale::paid).sum()));
  }
}
