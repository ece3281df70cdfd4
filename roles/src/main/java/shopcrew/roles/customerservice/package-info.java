/// 客服专员. Does: answers customers (CustomerTools) and helps the owners with service (DeskTools).
// Reads: catalogue, knowledge, the customer's own orders. May propose: a refund, when an owner
// speaks. Never: cost, margin, supplier, or one person's data to another.
@NullMarked
package shopcrew.roles.customerservice;

import org.jspecify.annotations.NullMarked;
