package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopcrew.roles.Told;

/// An answer in the making.
///
/// @param ofUs whether our own line says that a person has to settle it
record Said(String text, List<Told.Fact> facts, boolean ofUs) {
  Said and(Said other) {
    if (text.contains(other.text)) return this;
    var all = new ArrayList<Told.Fact>(facts);
    all.addAll(other.facts);
    String both = Stream.of(text, other.text).collect(Collectors.joining("\n"));
    return new Said(both, all, ofUs || other.ofUs);
  }

  Told told() {
    return new Told(text, facts);
  }
}
