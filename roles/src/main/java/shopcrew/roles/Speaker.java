package shopcrew.roles;

import org.jspecify.annotations.Nullable;

/// Who is speaking. It is decided by the channel's account, never by what the message says.
public sealed interface Speaker {
  /// One of the couple; `person` is the person's id in the shop.
  record Owner(String person, String name) implements Speaker {}

  /// A clerk: may ask and propose and stop, may not approve.
  record Staff(String person, String name) implements Speaker {}

  /// Anybody else. `customer` is known only after identification.
  record Customer(@Nullable String customer) implements Speaker {}
}
