/// 店长. Does: numbers of today and the week, what needs the owner, what earns, hand-offs. Reads:
// everything. May propose: nothing. Never: customers.
@NullMarked
package shopcrew.roles.storemanager;

import org.jspecify.annotations.NullMarked;
