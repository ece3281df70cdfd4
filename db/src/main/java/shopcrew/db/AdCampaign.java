package shopcrew.db;

/// One plan on an ad platform, as the shop last knew it.
public record AdCampaign(
    String id, String name, String platform, String targetSku, boolean running) {}
