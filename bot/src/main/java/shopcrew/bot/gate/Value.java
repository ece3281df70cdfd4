package shopcrew.bot.gate;

import java.util.List;

/// What one field of a document, a request or an event can hold.
sealed interface Value {
  record Text(String text) implements Value {}

  record Whole(long number) implements Value {}

  record Many(List<String> texts) implements Value {
    public Many {
      texts = List.copyOf(texts);
    }
  }
}
