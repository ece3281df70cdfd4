/// 活动专员. Does: coupons, messages to groups, price offers, plans. Reads: customers, orders,
// products. May propose: coupons, broadcasts, price changes. Never: customers.
@NullMarked
package shopcrew.roles.campaigns;

import org.jspecify.annotations.NullMarked;
