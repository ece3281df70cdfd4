package shopcrew.db;

import java.time.LocalDate;

/// What a buyer wrote about an article, with one to five stars.
public record Review(
    String id,
    LocalDate day,
    String orderId,
    String customerId,
    String sku,
    int rating,
    String language,
    String content,
    String reply) {}
