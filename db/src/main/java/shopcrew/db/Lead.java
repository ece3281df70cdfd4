package shopcrew.db;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody who asked and has not bought yet.
public record Lead(
    String id,
    String name,
    String company,
    String country,
    String language,
    String source,
    String contact,
    @Nullable LocalDate firstSeen,
    @Nullable LocalDate lastContact,
    String interestSku,
    @Nullable Integer estQty,
    String stage,
    String message,
    String ownerNote) {}
