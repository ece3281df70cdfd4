package shopcrew.db;

import java.time.LocalDate;

/// Goods that came (above zero) or went (below zero).
public record StockMove(LocalDate day, String sku, String type, int qty, String note) {}
