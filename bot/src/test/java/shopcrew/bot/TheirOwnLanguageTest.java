package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import shopcrew.roles.words.Language;

/// Each is answered in the language they write.
class TheirOwnLanguageTest extends StoreWorld {
  @Test
  void daniel_writes_english_and_gets_english() {
    daniel.says("How long does shipping to Germany take?");
    answered(daniel, Language.EN);
    daniel.says("ok");
    assertEquals("en", daniel.chat().language());
    answered(daniel, Language.EN);
    daniel.says("");
    daniel.sees("empty");
  }

  @Test
  void sofia_writes_spanish_and_gets_spanish() {
    sofia.says("Hola, ¿cuánto cuesta la taza grande?");
    answered(sofia, Language.ES);
    assertEquals("es", sofia.chat().language());
  }

  @Test
  void who_changes_the_language_is_followed() {
    daniel.says("How much is the large mug?");
    answered(daniel, Language.EN);
    daniel.says("那多肉小花盆多少钱？");
    answered(daniel, Language.ZH);
  }

  @Test
  void the_owners_each_read_their_own() {
    daniel.says("Can you give me a 20% discount if I buy ten mugs?");
    mei.sees("待办").with("回复客人");
    jun.sees("discount").with("Answer");
  }

  private void answered(Phone phone, Language language) {
    String text = phone.heard().getLast().text();
    if (Language.of(text) != language) throw fault("not " + language + ": " + text);
  }
}
