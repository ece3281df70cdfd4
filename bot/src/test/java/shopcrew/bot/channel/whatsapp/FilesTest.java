package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Fetched;

/// What customers send is fetched, and nothing else.
class FilesTest {
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

  private final StandInWhatsApp platform = new StandInWhatsApp();
  private final Account account = platform.account();
  private final Files files =
      new Files(new Graph(account, Meanings.read()), account, Limits.read());

  @AfterEach
  void close() {
    platform.close();
  }

  private void never(String why, String medium) {
    assertEquals(new Fetched.Never(why), files.fetch(medium));
  }

  @Test
  void a_picture_comes_with_its_kind() {
    var bytes =
        assertInstanceOf(Fetched.Bytes.class, files.fetch(platform.lies("image/jpeg", JPEG)));
    assertEquals("image/jpeg", bytes.type());
    assertArrayEquals(JPEG, bytes.content());
    byte[] voice = "OggS and a voice".getBytes(StandardCharsets.UTF_8);
    String note = platform.lies("audio/ogg; codecs=opus", voice);
    assertInstanceOf(Fetched.Bytes.class, files.fetch(note));
  }

  @Test
  void what_is_too_large_too_old_or_of_another_kind_never_comes() {
    never("large", platform.lies("video/mp4", new byte[16_000_001]));
    never("kind", platform.lies("application/x-msdownload", JPEG));
    never("kind", platform.lies("image/png", JPEG));
    never("old", "123456789");
    never("kind", "../100000000000001/messages");
    never("kind", "");
  }

  @Test
  void our_token_goes_to_the_platforms_own_places_only() {
    String picture = platform.lies("image/jpeg", JPEG);
    for (String elsewhere :
        new String[] {
          "http://127.0.0.1:1/lies/" + picture,
          "https://" + platform.base().getAuthority() + "/lies/" + picture,
          platform.base() + "@evil.example/",
          "file:///etc/passwd",
          "//x",
          "not an address"
        }) {
      platform.pointsElsewhere(elsewhere);
      never("place", picture);
    }
  }

  @Test
  void what_changed_on_the_way_is_fetched_again_later() {
    String picture = platform.lies("image/jpeg", JPEG);
    String other =
        platform.lies("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 9});
    platform.pointsElsewhere(platform.base() + "/lies/" + other);
    assertInstanceOf(Fetched.NotNow.class, files.fetch(picture));
  }

  @Test
  void nobody_there_is_not_for_ever() {
    platform.close();
    assertInstanceOf(Fetched.NotNow.class, files.fetch("700001"));
  }
}
