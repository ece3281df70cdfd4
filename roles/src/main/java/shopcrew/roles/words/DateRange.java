package shopcrew.roles.words;

import java.time.LocalDate;

/// The days a question is about, both ends included; `label` is how it was said.
public record DateRange(LocalDate start, LocalDate end, String label) {
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }
}
