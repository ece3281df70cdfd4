/// 商品专员. Does: stock, prices, listings, sales and deliveries told in words, drafts. Reads:
// products, orders, reviews. Writes: stock, product facts. May propose: restock, price change.
// Never: customers.
@NullMarked
package shopcrew.roles.product;

import org.jspecify.annotations.NullMarked;
