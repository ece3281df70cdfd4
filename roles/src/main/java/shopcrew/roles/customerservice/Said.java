package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopcrew.roles.Told;

/// An answer in the making.
///
/// @param ofUs whether our own line says that a person has to settle it
record Said(String text, List<Told.Fact> facts, boolean ofUs, double score) {
  Said(String text, List<Told.Fact> facts, boolean ofUs) {
    this(text, facts, ofUs, 0);
  }

  Said scored(double weight) {
    return new Said(text, facts, ofUs, weight);
  }

  Said and(Said other) {
    if (text.contains(other.text)) return this;
    var all = new ArrayList<Told.Fact>(facts);
    all.addAll(other.facts);
    String both = Stream.of(text, other.text).collect(Collectors.joining("\n"));
    return new Said(both, all, ofUs || other.ofUs, Math.max(score, other.score));
  }

  Told told() {
    return new Told(text, facts);
  }
}
