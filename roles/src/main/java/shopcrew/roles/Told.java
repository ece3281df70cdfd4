package shopcrew.roles;

import java.util.List;
import java.util.stream.Collectors;

/// What a tool says: finished words in the language of the turn, and the facts that they rest on.
/// Whatever model answers, it may state these facts and no others.
public record Told(String say, List<Fact> facts) {
  /// A value and where it stands: `products#YW-WG-001.price`, `knowledge#3`, `orders#…`.
  public record Fact(String value, String source) {
    /// The row alone: `YW-WG-001`.
    public String thing() {
      return source.substring(source.indexOf('#') + 1).replaceAll("\\.\\w+$", "");
    }
  }

  public static Told of(String say) {
    return new Told(say, List.of());
  }

  public static Told of(String say, String value, String source) {
    return new Told(say, List.of(new Fact(value, source)));
  }

  /// Where its facts stand, each once, as a line of the outbox keeps it.
  public String sources() {
    return facts.stream().map(Fact::source).distinct().collect(Collectors.joining(" "));
  }
}
