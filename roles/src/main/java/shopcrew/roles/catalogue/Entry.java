package shopcrew.roles.catalogue;

/// A product as it can be named.
///
/// @param more what else is said of it (descriptions): weaker than the titles
public record Entry(String sku, String category, String titleZh, String titleEn, String more) {}
