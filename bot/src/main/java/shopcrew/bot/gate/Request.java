package shopcrew.bot.gate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is sent, made from the document alone.
///
/// @param tag our mark by which it is found again on the platform
record Request(String tag, SortedMap<String, Value> settings) {
  static final String TAG = "SC-";
  private static final List<String> AD =
      List.of("label", "target", "max", "currency", "start", "end");
  private static final List<String> COUPON =
      List.of("face", "percent", "threshold", "count", "currency", "start", "end", "target");
  private static final List<String> PRICE = List.of("target", "from", "to", "currency", "stock");
  private static final List<String> HAND =
      List.of(
          "platform",
          "target",
          "label",
          "max",
          "currency",
          "per_day",
          "start",
          "end",
          "quantity",
          "each",
          "reason",
          "via",
          "recipients",
          "content");

  static Request of(SpendDoc doc) {
    var settings = new TreeMap<>(doc.fields());
    settings.keySet().retainAll(names(doc.provider()));
    return new Request(TAG + doc.intent(), settings);
  }

  /// The same for one of the recipients alone.
  Request to(String itemTag, String recipient) {
    var narrowed = new TreeMap<>(settings);
    narrowed.put("recipients", new Value.Many(List.of(recipient)));
    return new Request(itemTag, narrowed);
  }

  String hash() {
    var fields = new TreeMap<>(settings);
    fields.put("tag", new Value.Text(tag));
    return Encoding.hash("spend-request/1", fields);
  }

  String text(String name) {
    return settings.get(name) instanceof Value.Text text ? text.text() : "";
  }

  long whole(String name) {
    return settings.get(name) instanceof Value.Whole whole ? whole.number() : 0;
  }

  private static List<String> names(ProviderClass provider) {
    return switch (provider) {
      case SANDBOX -> AD;
      case COUPON -> COUPON;
      case PRICE -> PRICE;
      case BY_HAND, MESSAGES -> HAND;
      case HOUSE -> List.of("kind", "target", "max", "currency");
    };
  }
}
