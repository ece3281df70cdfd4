package shopcrew.bot.exam;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.Proposal;

/// What the team made of one case: one line of the predictions.
///
/// @param run the how manieth time it was asked, from 1
@JsonInclude(JsonInclude.Include.ALWAYS)
record Prediction(
    String id,
    int run,
    String reply,
    String role,
    String intent,
    boolean handoff,
    @Nullable Wish proposal,
    @JsonProperty("asked_back") boolean askedBack,
    List<String> missing,
    boolean executed,
    List<String> effects) {

  /// A proposal in the words of the closed lists.
  record Wish(
      String kind,
      BigDecimal amount,
      String currency,
      @Nullable Time period,
      String target,
      List<String> warnings) {
    static Wish of(Proposal proposal) {
      Proposal.Term term = proposal.term();
      return new Wish(
          proposal.kind(),
          new BigDecimal(proposal.atMost().decimalText()),
          proposal.atMost().currency(),
          term == null ? null : Time.of(term),
          proposal.target(),
          proposal.warnings());
    }
  }

  record Time(String unit, int count, @Nullable String start, @Nullable String end) {
    static Time of(Proposal.Term term) {
      return new Time(
          term.unit(),
          term.count(),
          term.start() == null ? null : term.start().toString(),
          term.end() == null ? null : term.end().toString());
    }
  }
}
