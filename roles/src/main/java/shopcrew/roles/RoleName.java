package shopcrew.roles;

/// The five workers of a shop.
public enum RoleName {
  STORE_MANAGER("manager", "storemanager"),
  PRODUCT("product", "product"),
  CUSTOMER_SERVICE("service", "customerservice"),
  PROMOTION("promotion", "promotion"),
  CAMPAIGNS("campaign", "campaigns");

  private final String shortName;
  private final String folder;

  RoleName(String shortName, String folder) {
    this.shortName = shortName;
    this.folder = folder;
  }

  /// As the exam and the logs write it.
  public String shortName() {
    return shortName;
  }

  /// The role's folder in `prompts`.
  public String folder() {
    return folder;
  }

  static RoleName ofFolder(String folder) {
    for (RoleName name : values()) if (name.folder.equals(folder)) return name;
    throw new IllegalArgumentException("no role has the folder " + folder);
  }
}
