package shopcrew.bot;

import java.util.List;
import shopcrew.bot.channel.Channel;
import shopcrew.db.Conversations.Line;

/// How the people of a story and the shop reach each other.
public interface Way extends AutoCloseable {
  /// As in `conversations.channel`.
  String channel();

  /// Where that person is reached.
  String address(String name);

  /// By which the shop speaks.
  Channel made();

  void opens(Shop shop);

  void says(Phone phone, String key, String text);

  /// @param under the number of the line, as in [#news]
  void taps(Phone phone, String key, long under, String token, String label);

  /// What has come to that phone since it was asked last.
  List<Line> news(Phone phone);

  @Override
  void close();
}
