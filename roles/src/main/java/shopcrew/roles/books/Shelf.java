package shopcrew.roles.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.roles.Turn;
import shopcrew.roles.catalogue.Entry;
import shopcrew.roles.catalogue.ProductFinder;

/// The shop's products with what is needed to know which of them somebody means.
public final class Shelf {
  private final List<Product> products;
  private final ProductFinder finder;

  private Shelf(List<Product> products, ProductFinder finder) {
    this.products = products;
    this.finder = finder;
  }

  /// The products that a message names.
  ///
  /// @param rest the message without the words that named them
  /// @param category the category that was named as a whole, or an empty text
  public record Meant(List<Product> products, String rest, String category) {
    public Optional<Product> one() {
      return products.size() == 1 ? Optional.of(products.getFirst()) : Optional.empty();
    }

    public boolean nothing() {
      return products.isEmpty();
    }
  }

  public ProductFinder finder() {
    return finder;
  }

  public List<Product> products() {
    return products;
  }

  public List<Product> onSale() {
    return products.stream().filter(Product::onSale).toList();
  }

  public Optional<Product> bySku(String sku) {
    return products.stream().filter(product -> product.sku().equals(sku)).findFirst();
  }

  /// What the message names; where it names nothing, what this person named last.
  public Meant meant(Turn turn) {
    Meant here = meant(turn.text());
    List<Turn.Said> history = turn.history();
    for (int i = history.size() - 1; here.nothing() && i >= 0; i--) {
      Turn.Said said = history.get(i);
      Meant before = said.byUs() ? here : meant(said.text());
      if (before.one().isPresent()) return new Meant(before.products(), here.rest(), "");
    }
    return here;
  }

  public Meant meant(String text) {
    var found = finder.find(text);
    var named = new ArrayList<Product>();
    found.skus().forEach(sku -> bySku(sku).ifPresent(named::add));
    Optional<Product> closest = Closest.of(named, text);
    if (closest.isPresent()) return new Meant(List.of(closest.get()), found.rest(), "");
    if (named.size() == 1) return new Meant(named, found.rest(), "");
    String said = text.toLowerCase(Locale.ROOT);
    for (Product product : products) {
      String category = product.category();
      if (!category.isEmpty() && said.contains(category.toLowerCase(Locale.ROOT))) {
        List<Product> all = inCategory(category);
        boolean whole = named.isEmpty() || all.containsAll(named) && 2 * named.size() >= all.size();
        if (whole) return new Meant(all, found.rest(), category);
      }
    }
    return new Meant(named, found.rest(), "");
  }

  public List<Product> inCategory(String category) {
    return products.stream().filter(product -> product.category().equals(category)).toList();
  }

  /// Keeps the finder while the products' names stay as they are.
  public static final class Kept {
    private final Store store;
    private List<Entry> entries = List.of();
    private ProductFinder finder = new ProductFinder(List.of());

    public Kept(Store store) {
      this.store = store;
    }

    public synchronized Shelf now() {
      List<Product> products = store.products().all();
      List<Entry> names = products.stream().map(Kept::entry).toList();
      if (!names.equals(entries)) {
        finder = new ProductFinder(names);
        entries = names;
      }
      return new Shelf(products, finder);
    }

    private static Entry entry(Product product) {
      return new Entry(
          product.sku(),
          product.category(),
          product.titleZh(),
          product.titleEn(),
          product.descZh() + " " + product.descEn());
    }
  }
}
