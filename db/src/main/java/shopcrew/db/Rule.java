package shopcrew.db;

/// One thing the owners laid down. `kind` says what it bounds, `about` narrows it (a channel, an
// account's name),
/// `value` is an amount in minor units, a percentage, a count or a code, by the kind; `source` are
// the owners' own words.
public record Rule(Kind kind, String about, String value, String source) {

  public enum Kind {
    /// Most that all ads together may cost in a month (minor units).
    AD_MONTH_CAP,
    /// Most that one ad plan may cost on a day (minor units).
    AD_PLAN_DAY_CAP,
    /// Most that all ads together may cost on a day (minor units).
    AD_DAY_CAP,
    /// Most that all spending together may come to in a day (minor units).
    TOTAL_DAY_CAP,
    /// Most that all spending together may come to in a month (minor units).
    TOTAL_MONTH_CAP,
    /// Lowest price as a percentage of cost ("112" is cost and 12 % more).
    FLOOR_PERCENT,
    /// Largest face of a coupon as a percentage of the order.
    COUPON_MAX_PERCENT,
    /// Most coupons for one customer in a month.
    COUPONS_PER_CUSTOMER_MONTH,
    /// What one message costs, in thousandths of a minor unit; `about` is the channel.
    MESSAGE_COST,
    /// An account that belongs to an owner.
    OWNER_ACCOUNT,
    /// The currency the shop settles in (ISO code).
    SETTLEMENT_CURRENCY,
    /// What a restock is estimated by: "cost".
    RESTOCK_ESTIMATE,
    /// What the house does in any case (secrets stay secret, spending is confirmed, owners decide).
    ALWAYS,
    /// Kept and shown, but nothing in the code obeys it.
    NOT_UNDERSTOOD
  }
}
