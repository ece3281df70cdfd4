package shopcrew.db;

/// What a plan cost and brought. `claimedOrders` and `claimedRevenue` are the platform's own count;
/// `sales` are our orders that carry the plan; `earned` is their profit less what the ads cost.
public record AdResult(
    AdCampaign campaign,
    long impressions,
    long clicks,
    Money cost,
    int claimedOrders,
    Money claimedRevenue,
    SalesResult sales,
    Money earned) {}
