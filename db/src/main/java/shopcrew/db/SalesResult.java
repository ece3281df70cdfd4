package shopcrew.db;

/// What a group of orders came to. `key` is the day, article, customer, channel or campaign it is
// about.
/// net = paid − refunded; profit = net − cost of goods that stayed sold − shipping cost − platform
// fee (before ads).
public record SalesResult(
    String key, int orders, int units, Money paid, Money refunded, Money net, Money profit) {}
