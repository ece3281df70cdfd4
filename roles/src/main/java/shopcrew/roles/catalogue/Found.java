package shopcrew.roles.catalogue;

import java.util.List;
import java.util.Optional;

/// The products that a text means.
///
/// @param skus the likeliest first; several where the words fit several ("拉杆车"); empty where the
///     text names none
/// @param rest the normal text with the words that named the products blanked out
/// @param named whether the message itself named them, not what was said before
public record Found(List<String> skus, String rest, boolean named) {
  /// The one product that is meant, if it is one.
  public Optional<String> one() {
    return skus.size() == 1 ? Optional.of(skus.getFirst()) : Optional.empty();
  }

  public boolean several() {
    return skus.size() > 1;
  }

  public boolean nothing() {
    return skus.isEmpty();
  }
}
