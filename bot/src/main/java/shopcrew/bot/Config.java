package shopcrew.bot;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings, read from the environment here and nowhere else.
///
/// @param home where the shop's files are kept
/// @param shop the shop's id
/// @param port of the pages, on the loopback address
/// @param model the outside model, or null for the house model alone
public record Config(Path home, String shop, int port, @Nullable Model model) {
  /// Any OpenAI-compatible model: base address, key and name.
  ///
  /// @param price of a million tokens in the shop's currency; nought for a model of one's own
  public record Model(String url, String key, String name, BigDecimal price) {}

  /// All faults at once, one sentence each.
  public static final class Faults extends RuntimeException {
    Faults(List<String> faults) {
      super(String.join("\n", faults));
    }
  }

  public static Config read() {
    return of(System.getenv());
  }

  /// The operator's switch for all spending: anything but `on` stops it.
  public static boolean spendingStopped() {
    return !System.getenv().getOrDefault("SHOPCREW_SPENDING", "on").equals("on");
  }

  static Config of(Map<String, String> environment) {
    var faults = new ArrayList<String>();
    Path home = Path.of(environment.getOrDefault("SHOPCREW_HOME", ".shopcrew"));
    String shop = environment.getOrDefault("SHOPCREW_SHOP", "shop");
    if (!shop.matches("[a-z0-9_-]{1,40}")) {
      faults.add("SHOPCREW_SHOP must be 1 to 40 of a-z, 0-9, _ and -, not \"" + shop + "\".");
    }
    int port = port(environment.getOrDefault("SHOPCREW_PORT", "8080"), faults);
    Model model = model(environment, faults);
    if (!faults.isEmpty()) throw new Faults(faults);
    return new Config(home, shop, port, model);
  }

  private static int port(String text, List<String> faults) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (port < 0 || port > 65_535) {
      faults.add("SHOPCREW_PORT must be a number from 0 to 65535, not \"" + text + "\".");
    }
    return port;
  }

  private static @Nullable Model model(Map<String, String> environment, List<String> faults) {
    String url = environment.getOrDefault("SHOPCREW_MODEL_URL", "");
    String key = environment.getOrDefault("SHOPCREW_MODEL_KEY", "");
    String name = environment.getOrDefault("SHOPCREW_MODEL_NAME", "");
    String price = environment.getOrDefault("SHOPCREW_MODEL_PRICE", "");
    if (url.isEmpty() && key.isEmpty() && name.isEmpty() && price.isEmpty()) return null;
    boolean known = price.matches("\\d{1,6}(\\.\\d{1,6})?");
    if (url.isEmpty() || key.isEmpty() || name.isEmpty() || price.isEmpty()) {
      faults.add(
          "A model needs all four of SHOPCREW_MODEL_URL, SHOPCREW_MODEL_KEY, SHOPCREW_MODEL_NAME"
              + " and SHOPCREW_MODEL_PRICE; set the missing ones or none.");
    } else if (!known) {
      faults.add(
          "SHOPCREW_MODEL_PRICE is what a million tokens cost in the shop's currency, such as 4.20,"
              + " or 0 for a model of your own; not \""
              + price
              + "\".");
    } else if (!isAddress(url)) {
      faults.add("SHOPCREW_MODEL_URL must be an http or https address, such as https://…/v1.");
    }
    return new Model(url, key, name, known ? new BigDecimal(price) : BigDecimal.ZERO);
  }

  private static boolean isAddress(String url) {
    try {
      String scheme = URI.create(url).getScheme();
      return "http".equals(scheme) || "https".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
