package shopcrew.bot.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Reply.Enclosure;
import shopcrew.bot.channel.Reply.Kind;

/// Pictures and files, to Telegram and from it.
class PicturesTest extends TelegramWorld {
  @Test
  void a_picture_with_a_caption_is_amended_too() throws Exception {
    Path picture = Files.write(folder.resolve("curve.png"), new byte[2_000]);
    var reply =
        new Reply(
            Kind.CARD,
            "看",
            card("").choices(),
            null,
            new Enclosure("曲线.png", "image/png", picture));
    var sent = assertInstanceOf(Delivery.Sent.class, say(MEI, reply, 0));
    assertEquals("sendphoto", there.sent().getFirst().method());
    assertEquals("曲线.png", there.sent().getFirst().body().path("photo").asText());
    assertEquals(
        2, there.sent().getFirst().body().path("reply_markup").path("inline_keyboard").size());
    assertTrue(telegram.amend(conversation(MEI), sent.id(), Reply.words("看过了")));
    assertEquals(List.of("看过了"), there.texts());
  }

  @Test
  void what_telegram_does_not_take_as_a_picture_goes_as_a_file() throws Exception {
    Path receipt = Files.write(folder.resolve("long.png"), new byte[2_000]);
    var enclosure = new Enclosure("long.png", "image/png", receipt);
    assertInstanceOf(
        Delivery.Sent.class, say(MEI, new Reply(Kind.WORDS, "", List.of(), null, enclosure), 0));
    assertEquals("senddocument", there.sent().getFirst().method());
    assertEquals(2_000, there.sent().getFirst().body().path("bytes").asInt());
  }

  @Test
  void a_file_is_fetched_from_the_same_server_and_known_by_its_first_bytes() {
    byte[] png = new byte[64];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, png, 0, 8);
    there.has("p1", "photos/file_1.jpg", png);
    var bytes = assertInstanceOf(Fetched.Bytes.class, telegram.fetch("p1"));
    assertEquals("image/png", bytes.type());
    assertEquals(64, bytes.content().length);
    there.has("big", "videos/file_2.mp4", new byte[20_000_001]);
    assertEquals(new Fetched.Never("large"), telegram.fetch("big"));
    assertEquals(new Fetched.Never("gone"), telegram.fetch("nothing"));
    assertEquals(new Fetched.Never("unknown"), telegram.fetch(""));
    there.close();
    assertEquals(new Fetched.NotNow(), telegram.fetch("p1"));
  }
}
