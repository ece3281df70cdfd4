package shopcrew.bot.exam;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import shopcrew.roles.Trace;

/// The figures of the cases of a kind, or of all.
///
/// @param times how often they were asked, all together
/// @param always how many cases were right every time
/// @param sendable how many answers to customers needed no change
/// @param mended how often words were held back and the model mended them
/// @param replaced how often the tool's own words took their place
/// @param toPerson how often a person did
/// @param houseSteppedIn how many answers the house model gave in place of the model
/// @param cost in millionths of the currency's unit
/// @param medianMillis half of the answers took no longer
/// @param slowMillis 95 of 100 answers took no longer
/// @param wordings how often a fact was asked in one of several wordings
/// @param facts how many facts were asked in several wordings
/// @param factsAlways how many of them were right in every wording every time
public record Figures(
    int cases,
    int times,
    int right,
    int always,
    int service,
    int sendable,
    int mended,
    int replaced,
    @JsonProperty("to_person") int toPerson,
    @JsonProperty("house_stepped_in") int houseSteppedIn,
    @JsonProperty("tokens_in") long tokensIn,
    @JsonProperty("tokens_out") long tokensOut,
    long cost,
    @JsonProperty("median_ms") long medianMillis,
    @JsonProperty("p95_ms") long slowMillis,
    int wordings,
    @JsonProperty("wordings_right") int wordingsRight,
    int facts,
    @JsonProperty("facts_always") int factsAlways) {

  static Figures of(List<Marked> all) {
    List<Marked> service = only(all, one -> one.question().kind() == Case.Kind.SERVICE);
    List<Marked> wordings = only(all, one -> !one.question().fact().isEmpty());
    var byCase = grouped(all, Marked::question);
    var byFact = grouped(wordings, one -> one.question().fact());
    long[] millis = all.stream().mapToLong(Marked::millis).sorted().toArray();
    return new Figures(
        byCase.size(),
        all.size(),
        count(all, Marked::right),
        always(byCase),
        service.size(),
        count(service, Marked::sendable),
        held(all, "mend"),
        held(all, "replace"),
        held(all, "person"),
        count(all, Marked::houseStepsIn),
        sum(all, Trace.Asked::tokensIn),
        sum(all, Trace.Asked::tokensOut),
        sum(all, Trace.Asked::cost),
        nth(millis, 50),
        nth(millis, 95),
        wordings.size(),
        count(wordings, Marked::right),
        byFact.size(),
        always(byFact));
  }

  private static List<Marked> only(List<Marked> all, Predicate<Marked> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private static <K> Collection<List<Marked>> grouped(List<Marked> all, Function<Marked, K> by) {
    Map<K, List<Marked>> groups = all.stream().collect(Collectors.groupingBy(by));
    return groups.values();
  }

  private static int always(Collection<List<Marked>> groups) {
    return (int) groups.stream().filter(one -> one.stream().allMatch(Marked::right)).count();
  }

  private static int count(List<Marked> all, Predicate<Marked> what) {
    return (int) all.stream().filter(what).count();
  }

  private static int held(List<Marked> all, String next) {
    return (int)
        all.stream().flatMap(Marked::held).filter(held -> held.next().equals(next)).count();
  }

  private static long sum(List<Marked> all, ToLongFunction<Trace.Asked> what) {
    return all.stream().flatMap(Marked::asked).mapToLong(what).sum();
  }

  /// The smallest that is not less than so many of a hundred.
  private static long nth(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
