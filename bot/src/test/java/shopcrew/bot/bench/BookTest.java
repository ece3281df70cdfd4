package shopcrew.bot.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Daniel and Sofia ask for prices; the book notices whatever goes wrong with the replies.
class BookTest {
  private static final long DANIEL = 491_700_000_001L;
  private static final long SOFIA = 491_700_000_002L;

  private final List<Long> freed = new ArrayList<>();
  private final Book book = new Book(freed::add);

  private String asks(long chat) {
    return "The price: " + Wares.question(book.asks(chat, System.nanoTime()));
  }

  private Book.Figures figures() {
    return book.figures(0, 1_000_000_000);
  }

  @Test
  void everybodyIsAnsweredInTheirOrder() {
    String first = asks(DANIEL);
    String second = asks(DANIEL);
    String hers = asks(SOFIA);
    book.replied(SOFIA, hers);
    book.replied(DANIEL, first);
    assertFalse(book.complete());
    book.replied(DANIEL, second);
    assertTrue(book.complete());
    assertEquals(List.of(SOFIA, DANIEL, DANIEL), freed);
    var figures = figures();
    assertEquals(3, figures.answered());
    assertEquals(0, figures.twice() + figures.disordered() + figures.wrong());
  }

  @Test
  void theLaterQuestionIsAnsweredFirst() {
    String first = asks(DANIEL);
    String second = asks(DANIEL);
    book.replied(DANIEL, second);
    book.replied(DANIEL, first);
    assertEquals(1, figures().disordered());
  }

  @Test
  void oneReplyComesTwice() {
    String first = asks(DANIEL);
    book.replied(DANIEL, first);
    book.replied(DANIEL, first);
    assertEquals(1, figures().twice());
    assertEquals(1, figures().answered());
  }

  @Test
  void aReplyGoesToTheWrongPerson() {
    String his = asks(DANIEL);
    asks(SOFIA);
    book.replied(SOFIA, his);
    assertEquals(1, figures().wrong());
    assertEquals(2, book.missing());
    assertTrue(book.misses(DANIEL, his));
  }

  @Test
  void aReplySaysNothingOrGoesToAStranger() {
    asks(DANIEL);
    book.replied(DANIEL, "Something went wrong.");
    book.replied(SOFIA, "BN-1001");
    assertEquals(2, figures().wrong());
    assertEquals(1, book.missing());
  }
}
