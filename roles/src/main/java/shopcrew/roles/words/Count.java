package shopcrew.roles.words;

/// How many of something: "300个", "两打" (24 个), "各20个" (each), "30 coupons", or "补货300" with no
// unit.
public record Count(long value, String unit, boolean each, int start, int end) {}
