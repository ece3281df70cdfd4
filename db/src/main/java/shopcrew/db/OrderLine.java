package shopcrew.db;

/// One line of an order. `unitCost` is the owner's and zero where it must not be seen.
public record OrderLine(
    int lineNo, String sku, int qty, Money unitPrice, Money lineTotal, Money unitCost) {}
