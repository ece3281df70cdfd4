package shopcrew.roles.campaigns;

import java.util.List;
import shopcrew.db.Customer;

/// A group of customers as an owner named it, fixed now.
///
/// @param id `all_customers`, `wholesale`, … as proposals and the exam call it
/// @param label what the owner reads
/// @param sure whether the words leave no doubt who is meant; "老客户" leaves some
/// @param named whether a group was named at all
record Group(String id, String label, List<Customer> members, boolean sure, boolean named) {}
