package shopcrew.bot.look;

/// Whether the public address leads to a shop of ours.
public final class DoorLook {
  /// What `/healthz` says.
  public static final String WORD = "shopcrew";

  private DoorLook() {}

  public static Seen<String> at(Outside outside, String publicUrl) {
    return switch (outside.get(publicUrl + "/healthz", null)) {
      case Seen.Unreached<Outside.Answer>(String why) -> new Seen.Unreached<>(why);
      case Seen.Wrong<Outside.Answer>(String why, String detail) -> new Seen.Wrong<>(why, detail);
      case Seen.Good<Outside.Answer>(var answer, var at) -> {
        if (answer.status() == 200 && answer.body().strip().equals(WORD)) {
          yield new Seen.Good<>(WORD, at);
        }
        boolean behind = answer.status() >= 502 && answer.status() <= 504;
        yield new Seen.Wrong<>(behind ? "closed" : "other", Said.shortly(answer, ""));
      }
    };
  }
}
