package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.look.Outside;
import shopcrew.bot.look.OutsideWorld;

/// What Mei forwards to Jun opens the right chat on his phone.
class TheWaysInTest {
  private static final String CODE = "Zm9vYmFyYmF6cXV4MTIzNA";

  @TempDir Path home;
  private final OutsideWorld world = new OutsideWorld();
  private final Outside outside = new Outside(Duration.ofSeconds(5));

  @AfterEach
  void closed() {
    outside.close();
    world.close();
  }

  private Config config(Map<String, String> more) {
    var all = new HashMap<>(more);
    all.put("SHOPCREW_HOME", home.toString());
    return Config.of(all);
  }

  private Map<String, String> phones() {
    return Map.of(
        "SHOPCREW_TELEGRAM_API_URL",
        world.url(),
        "SHOPCREW_TELEGRAM_TOKEN",
        OutsideWorld.TOKEN,
        "SHOPCREW_WHATSAPP_API_URL",
        world.url(),
        "SHOPCREW_WHATSAPP_PHONE_NUMBER_ID",
        OutsideWorld.NUMBER,
        "SHOPCREW_WHATSAPP_ACCESS_TOKEN",
        OutsideWorld.ACCESS,
        "SHOPCREW_WHATSAPP_APP_SECRET",
        OutsideWorld.SECRET,
        "SHOPCREW_WHATSAPP_VERIFY_TOKEN",
        "mei-and-jun",
        "SHOPCREW_PUBLIC_URL",
        "https://lamps.example.com");
  }

  @Test
  void a_link_for_each_chat_the_words_to_type_and_the_page() {
    var doors = new Doors(config(phones()));
    assertTrue(doors.look(outside));
    assertEquals(
        """
        - Telegram：https://t.me/our_lamps_bot?start=CODE
        - WhatsApp：https://wa.me/8613800138000?text=PAIR%20CODE
        - 或者在跟店里的聊天里发这一行：配对 CODE
        - 网页：https://lamps.example.com/pair?code=CODE\
        """
            .replace("CODE", CODE),
        doors.ways(CODE, "zh"));
    assertTrue(doors.ways(CODE, "en").contains("PAIR " + CODE));
    int asked = world.asked().size();
    doors.look(outside);
    assertEquals(asked, world.asked().size(), "what is known is not asked again");
  }

  @Test
  void before_the_platforms_have_answered_the_words_do() {
    var doors = new Doors(config(phones()));
    assertFalse(doors.known());
    assertFalse(doors.ways(CODE, "zh").contains("t.me"));
    assertTrue(doors.ways(CODE, "zh").contains("配对 " + CODE));
    world.close();
    assertFalse(doors.look(outside));
  }

  @Test
  void without_phones_there_is_the_page_on_the_shops_computer() {
    var doors = new Doors(config(Map.of()));
    assertTrue(doors.look(outside));
    assertEquals(
        "- on the shop's own computer: http://localhost:8080/pair?code=" + CODE,
        doors.ways(CODE, "en"));
  }
}
