package shopcrew.bot.channel;

import java.util.List;

/// Where a channel brings what arrived.
public interface Arrivals {
  /// Stores all of it, in its order; it is safe to acknowledge once this returns. A key that was
  /// there before is passed over. If it throws, nothing was stored.
  void take(List<Arrival> arrivals);
}
