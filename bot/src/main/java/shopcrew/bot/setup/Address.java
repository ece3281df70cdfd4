package shopcrew.bot.setup;

import java.net.URI;

/// Whether what was typed can be an address.
final class Address {
  private Address() {}

  static boolean fits(String key, String typed) {
    return !key.endsWith(".url") || isOne(typed);
  }

  static boolean isOne(String typed) {
    try {
      URI uri = URI.create(typed);
      return uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
