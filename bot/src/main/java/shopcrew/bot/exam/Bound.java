package shopcrew.bot.exam;

import java.time.LocalDate;
import shopcrew.bot.Allowance;

/// What an exam may cost: a sum, by so many questions of a usual length. Where it is used up, the
/// house model answers.
public final class Bound implements Allowance {
  /// The colleague, the tool, after a hand-off the tool again, then the words, their mending, and
  /// the translation of each.
  private static final int QUESTIONS_A_CASE = 7;

  private static final int LONGEST_QUESTION = 8_000;
  private static final int LONGEST_ANSWER = 1_000;

  private final long questions;
  private final long most;
  private long spent;

  private Bound(long questions, long most) {
    this.questions = questions;
    this.most = most;
  }

  /// @param day whose prices count
  public static Bound of(Candidate candidate, long askings, LocalDate day) {
    long questions = askings * QUESTIONS_A_CASE;
    long dearest =
        candidate.models().stream()
            .mapToLong(model -> model.prices().worst(day, LONGEST_QUESTION, LONGEST_ANSWER))
            .max()
            .orElse(0);
    return new Bound(questions, Math.multiplyExact(questions, dearest));
  }

  public long questions() {
    return questions;
  }

  /// In millionths of the unit of the currency.
  public long most() {
    return most;
  }

  @Override
  public synchronized boolean may(long worst) {
    return spent + worst <= most;
  }

  @Override
  public synchronized void ran(long worst, long cost) {
    spent += cost;
  }
}
