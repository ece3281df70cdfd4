package shopcrew.roles;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// For how many messages of an hour one conversation gets the help of a model that is not the
/// house's: nobody runs up a bill by typing.
public final class Quota {
  private static final int MOST = 60;
  private static final int CONVERSATIONS = 10_000;
  private static final Duration SPAN = Duration.ofHours(1);

  private final Map<String, Hour> hours = new LinkedHashMap<>();

  private record Hour(Instant since, int count) {}

  public synchronized boolean takes(String conversation, Instant now) {
    Hour hour = hours.remove(conversation);
    if (hour == null || !now.isBefore(hour.since.plus(SPAN))) hour = new Hour(now, 0);
    hours.put(conversation, new Hour(hour.since, hour.count + 1));
    if (hours.size() > CONVERSATIONS) hours.remove(hours.keySet().iterator().next());
    return hour.count < MOST;
  }
}
