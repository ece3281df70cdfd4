package shopcrew.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.model.Aide;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Models;
import shopcrew.bot.model.Reply;
import shopcrew.bot.model.StandIn;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.roles.Minds;

/// A shop with a model that hears, sees and translates; its team answers with the house model.
abstract class AidedWorld extends StoreWorld {
  final StandIn model = StandIn.speaking(Dialect.OPENAI).sensing();
  private final Map<String, Fetched> files = new HashMap<>();

  /// What it makes of a text, by the language that it is to put it in.
  private final Map<String, String> phrases = new HashMap<>();

  @BeforeEach
  void theModelIsThere() {
    model.answering(
        asked ->
            phrases.keySet().stream()
                .filter(to -> asked.system().contains("into the language " + to + ","))
                .findFirst()
                .map(phrases::get)
                .map(Reply::says)
                .orElse(Reply.error(400)));
    theShopRestarts(Runnable::run, aided());
  }

  @AfterEach
  void theModelIsGone() {
    model.close();
  }

  private Models.Way aided() {
    Models.Way way = model.way();
    return new Models.Way() {
      @Override
      public Minds metered(Allowance allowance) {
        return Minds.HOUSE;
      }

      @Override
      public List<Aide> aides(Allowance allowance) {
        return way.aides(allowance);
      }
    };
  }

  @Override
  protected List<Channel> channels() {
    return List.of(new Carrying(way.made(), files));
  }

  final void sends(Phone from, String kind, String type, byte[] content, String caption) {
    act(from + "：(" + kind + ") " + caption);
    String file = "file-" + files.size();
    files.put(file, new Fetched.Bytes(type, content));
    var medium = new Arrival.Medium(kind, "", type, content.length, caption, file);
    String address = way.address(from.toString());
    shop.reception()
        .take(List.of(new Arrival(way.channel(), address, file, "", null, time.instant(), medium)));
    collect();
  }

  /// From now on it translates so.
  final void puts(String language, String words) {
    phrases.put(language, words);
  }

  final void speaks(Phone from) {
    sends(from, "audio", "audio/ogg", voice(4), "");
  }

  final void shows(Phone from, String caption) {
    sends(from, "image", "image/jpeg", "a picture".getBytes(UTF_8), caption);
  }

  /// The last page of a voice note of that length.
  static byte[] voice(int seconds) {
    var page = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    page.put("OggS".getBytes(UTF_8)).put(new byte[2]).putLong(seconds * 48_000L);
    return page.array();
  }

  /// The way of the story, with files.
  private record Carrying(Channel channel, Map<String, Fetched> files) implements Channel {
    @Override
    public String name() {
      return channel.name();
    }

    @Override
    public Delivery send(Conversation to, Line line, int from) {
      return channel.send(to, line, from);
    }

    @Override
    public Fetched fetch(String file) {
      return files.getOrDefault(file, new Fetched.Never("unknown"));
    }
  }
}
