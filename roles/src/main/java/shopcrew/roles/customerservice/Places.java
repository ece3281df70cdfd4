package shopcrew.roles.customerservice;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import shopcrew.prompts.Prompts;

/// Cities of the regions that shops' rules speak of: who writes 乌鲁木齐 asks about 新疆.
final class Places {
  private static final Map<String, String> REGIONS = new LinkedHashMap<>();

  static {
    Prompts.terms("shared/places.yaml")
        .forEach(
            (region, cities) ->
                ((Collection<?>) cities)
                    .forEach(city -> REGIONS.put(city.toString(), region.toString())));
  }

  private Places() {}

  /// Whether it names a region, or a city of one, for which rules may differ.
  static boolean named(String message) {
    String wide = widened(message);
    return REGIONS.values().stream().anyMatch(wide::contains);
  }

  /// The message with the region in the place of its city.
  static String widened(String message) {
    String wide = message;
    for (var city : REGIONS.entrySet()) {
      if (!wide.contains(city.getValue())) wide = wide.replace(city.getKey(), city.getValue());
    }
    return wide;
  }
}
