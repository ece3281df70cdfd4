package shopcrew.roles.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "轻量款多重 | ZH",
        "AD08每天30块投两周 | ZH",
        "找真人 | ZH",
        "在吗 | ZH",
        "XL wagon还有货吗 | ZH",
        "Is shipping free over 99? | EN",
        "good morning! | EN",
        "30 a day for two weeks on the XL wagon | EN",
        "wagon for the beach 沙滩宽轮款拉杆车 do you have it | EN",
        "stock of beach wagon | EN",
        "¿Cuánto cuesta el carrito? | ES",
        "hola, dónde está mi pedido | ES",
        "Сколько стоит доставка? | RU",
        "送料はいくらですか | JA",
        "この箱の大きさを教えてください | JA",
        "Wann kommt meine Bestellung? | DE",
        "Bonjour, combien coûte la livraison | FR",
        "Olá, quanto custa o frete? | PT",
        "Ciao, quanto costa la spedizione? | IT",
        "배송비가 얼마예요? | KO",
        "كم سعر الشحن؟ | AR",
        "ราคาเท่าไหร่ | OTHER",
        "ok | UNKNOWN",
        "AD08 300 | UNKNOWN",
        "👍 | UNKNOWN",
        "123 | UNKNOWN",
        "https://example.com/the/what | UNKNOWN",
      })
  void told_by_script_and_small_words(String typed, Language expected) {
    assertEquals(expected, Language.of(typed));
  }
}
