package shopcrew.db;

import java.time.ZoneId;

/// What a shop is called, the currency it settles in, and the clock on its wall.
public record ShopCard(String name, String currency, ZoneId zone) {}
