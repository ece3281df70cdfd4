package shopcrew.roles.words;

import java.time.LocalDate;

/// A day or a span of days named in a text, with where it stands; `first` is `last` for one day.
record Mention(int start, int end, LocalDate first, LocalDate last) {
  /// Which year or week is meant when none is said: the next one coming or the last one gone.
  enum Side {
    COMING,
    GONE
  }
}
