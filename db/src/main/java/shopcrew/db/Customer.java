package shopcrew.db;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One customer. `type` is the shop's own word made one of retail, wholesale, reseller, overseas,
// or kept as it is.
public record Customer(
    String id,
    String name,
    String company,
    String type,
    String phone,
    String email,
    String country,
    String province,
    String city,
    String address,
    String language,
    String source,
    @Nullable LocalDate registeredOn,
    String note,
    boolean optedOut) {}
