package shopcrew.db;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Ad plans and what they cost and brought, day by day.
public final class AdResults {

  public record Day(
      String campaignId,
      LocalDate day,
      long impressions,
      long clicks,
      Money cost,
      int orders,
      Money revenue) {}

  private static final String SUMS =
      """
      SELECT COALESCE(SUM(impressions), 0) AS impressions, COALESCE(SUM(clicks), 0) AS clicks,
             COALESCE(SUM(cost), 0) AS cost, COALESCE(SUM(orders), 0) AS orders,
             COALESCE(SUM(revenue), 0) AS revenue
      FROM ad_days
      WHERE shop = :shop AND campaign_id = :id AND currency = :currency AND day BETWEEN :from AND :to
      """;

  private final Database database;
  private final String shop;

  AdResults(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<AdCampaign> campaigns() {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM ad_campaigns WHERE shop = :shop ORDER BY id")
                .bind("shop", shop)
                .map(Row.to(AdResults::campaign))
                .list());
  }

  public Optional<AdCampaign> campaign(String id) {
    return campaigns().stream().filter(c -> c.id().equalsIgnoreCase(id)).findFirst();
  }

  public List<Day> days(String campaignId, Days days) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT * FROM ad_days WHERE shop = :shop AND campaign_id = :id
                      AND day BETWEEN :from AND :to ORDER BY day
                    """)
                .bind("shop", shop)
                .bind("id", campaignId)
                .bind("from", days.from().toString())
                .bind("to", days.to().toString())
                .map(Row.to(AdResults::day))
                .list());
  }

  /// Every plan's result in the period, in the shop's currency.
  public List<AdResult> results(Days days) {
    return database.read(h -> campaigns().stream().map(c -> result(c, days)).toList());
  }

  public AdResult result(AdCampaign campaign, Days days) {
    return database.read(
        h -> {
          var currency = new Store(database, shop).card().currency();
          var sales = new Sales(database, shop).ofCampaign(campaign.id(), days);
          return h.createQuery(SUMS)
              .bind("shop", shop)
              .bind("id", campaign.id())
              .bind("currency", currency)
              .bind("from", days.from().toString())
              .bind("to", days.to().toString())
              .map(
                  Row.to(
                      row ->
                          new AdResult(
                              campaign,
                              row.number("impressions"),
                              row.number("clicks"),
                              row.money("cost", currency),
                              row.count("orders"),
                              row.money("revenue", currency),
                              sales,
                              sales.profit().minus(row.money("cost", currency)))))
              .one();
        });
  }

  /// What all ads cost in the period.
  public Money cost(Days days) {
    return results(days).stream()
        .map(AdResult::cost)
        .reduce(Money.zero(new Store(database, shop).card().currency()), Money::plus);
  }

  /// The last day of which the platforms have told results.
  public Optional<LocalDate> newestDay() {
    return database.read(
        h ->
            h.createQuery("SELECT MAX(day) FROM ad_days WHERE shop = :shop")
                .bind("shop", shop)
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse));
  }

  private static AdCampaign campaign(Row row) throws SQLException {
    return new AdCampaign(
        row.text("id"),
        row.text("name"),
        row.text("platform"),
        row.text("target_sku"),
        row.text("state").equals("running"));
  }

  private static Day day(Row row) throws SQLException {
    return new Day(
        row.text("campaign_id"),
        row.day("day"),
        row.number("impressions"),
        row.number("clicks"),
        row.money("cost"),
        row.count("orders"),
        row.money("revenue"));
  }
}
