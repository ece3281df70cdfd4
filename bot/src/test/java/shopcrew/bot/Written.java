package shopcrew.bot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Transcript;
import shopcrew.db.Conversations.Line;
import shopcrew.roles.Message;

/// No platform between them: what is said is written down.
final class Written implements Way {
  private final Map<String, List<Line>> lines = new ConcurrentHashMap<>();

  @SuppressWarnings("NullAway.Init")
  private Shop shop;

  @Override
  public String channel() {
    return "transcript";
  }

  @Override
  public String address(String name) {
    return name;
  }

  @Override
  public Channel made() {
    return new Transcript(
        (to, line) -> lines.computeIfAbsent(to.id(), id -> new CopyOnWriteArrayList<>()).add(line));
  }

  @Override
  public void opens(Shop shop) {
    this.shop = shop;
  }

  @Override
  public void says(Phone phone, String key, String text) {
    var speaker = shop.router().speaker(phone.chat());
    shop.reception().receive(phone.conversation(), key, new Message.Text(speaker, text));
  }

  @Override
  public void taps(Phone phone, String key, long under, String token, String label) {
    var speaker = shop.router().speaker(phone.chat());
    shop.reception()
        .receive(phone.conversation(), key, new Message.Tap(speaker, under, token, label));
  }

  @Override
  public List<Line> news(Phone phone) {
    List<Line> news = lines.remove(phone.conversation());
    return news == null ? List.of() : news;
  }

  @Override
  public void close() {
    lines.clear();
  }
}
