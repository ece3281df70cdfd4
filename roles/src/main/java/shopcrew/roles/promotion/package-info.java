/// 推广专员. Does: which ads earn and which lose, pauses, enquiries, letters, posts. Reads: ad results,
/// orders, products, leads, the owners' rules. May propose: ad budgets, pauses, payments to
// promoters.
/// Never: customers.
@NullMarked
package shopcrew.roles.promotion;

import org.jspecify.annotations.NullMarked;
