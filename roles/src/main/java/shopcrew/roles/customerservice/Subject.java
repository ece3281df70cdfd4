package shopcrew.roles.customerservice;

import java.util.List;
import shopcrew.prompts.Learnt;
import shopcrew.prompts.Phrase;
import shopcrew.prompts.Prompts;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.model.Phrases;

/// What a question is about as a whole, by the wordings of `questions.yaml`, where no word of it is
/// in the lists: "购物车里116块，还差多少" is about free shipping.
///
/// @param notion of the word lists, or `none` where no shop's papers answer it
/// @param sure how sure, from 0 to 1
public record Subject(String notion, double sure) {
  private static final String NONE = "none";
  private static final double LIKELY = 0.35;
  private static final double CERTAIN = 0.8;

  /// Learnt once for all shops, at the first question.
  private static final class Known {
    static final Phrases QUESTIONS = Phrases.of(wordings(), Lexicon.ASKED, "questions");
  }

  private static List<Phrase> wordings() {
    return Prompts.phrases("customerservice", "questions.yaml");
  }

  /// To be put down by the build.
  public static Learnt learnt() {
    return new Phrases(wordings(), Lexicon.ASKED).learnt();
  }

  static Subject of(String question) {
    Phrases.Match best = Known.QUESTIONS.best(question);
    return new Subject(best.phrase().intent(), best.score());
  }

  boolean likely() {
    return sure >= LIKELY && !notion.equals(NONE);
  }

  boolean certain() {
    return sure >= CERTAIN && !notion.equals(NONE);
  }

  Term term() {
    return new Term(notion, "", true, false, false, false, 0, 0);
  }
}
