package shopcrew.roles.catalogue;

import java.util.Arrays;

/// The products that have one mark, in order, each with the place where it has it. Small, for there
/// may be a million of these pairs.
final class Postings {
  private int[] products = new int[1];
  private byte[] places = new byte[1];
  private int size;

  /// Adds to the last product, or one after it; of two places the better one stays.
  void add(int product, Place place) {
    if (size > 0 && products[size - 1] == product) {
      places[size - 1] = (byte) Math.max(places[size - 1], place.ordinal());
      return;
    }
    if (size == products.length) {
      products = Arrays.copyOf(products, size * 2);
      places = Arrays.copyOf(places, size * 2);
    }
    products[size] = product;
    places[size++] = (byte) place.ordinal();
  }

  /// Gives back what room is left over.
  void close() {
    products = Arrays.copyOf(products, size);
    places = Arrays.copyOf(places, size);
  }

  int size() {
    return size;
  }

  int product(int at) {
    return products[at];
  }

  Place place(int at) {
    return Place.ALL[places[at]];
  }

  /// Where a product has the mark; nowhere is less than any place.
  double worth(int product) {
    int at = Arrays.binarySearch(products, 0, size, product);
    return at < 0 ? 0 : place(at).worth;
  }

  /// Where a mark stands, the better the later.
  enum Place {
    MORE(0.3),
    CATEGORY(0.7),
    TITLE(1);

    private static final Place[] ALL = values();

    final double worth;

    Place(double worth) {
      this.worth = worth;
    }
  }
}
