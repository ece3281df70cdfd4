/// 活动专员. Does: coupons, messages to groups, price offers, clearance, win-back, plans. Reads:
// customers,
/// orders, products, the owners' rules. May propose: coupons, broadcasts, price changes. Never:
// customers.
@NullMarked
package shopcrew.roles.campaigns;

import org.jspecify.annotations.NullMarked;
