package shopcrew.bot.channel.telegram;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Arrivals;

/// Where polling and webhook meet: reads the updates, has them stored, and only then ends the
/// little clocks on the buttons that were tapped.
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Telegram telegram;
  private final Updates updates;
  private final Arrivals arrivals;

  public Intake(Telegram telegram, Arrivals arrivals, InstantSource clock) {
    this.telegram = telegram;
    this.updates = new Updates(telegram.registration()::me, clock);
    this.arrivals = arrivals;
  }

  /// If it throws, nothing was stored and all of it has to come again.
  void take(List<Update> batch) {
    var arrived = new ArrayList<Arrival>();
    for (Update update : batch) arrived.addAll(read(update));
    if (arrived.isEmpty()) return;
    arrivals.take(List.copyOf(arrived));
    for (Arrival arrival : arrived) {
      if (arrival.body() instanceof Arrival.Tapped) telegram.answer(arrival.key().substring(1));
    }
  }

  /// One that cannot be read must not keep those behind it waiting for ever.
  private List<Arrival> read(Update update) {
    try {
      return updates.of(update);
    } catch (RuntimeException e) {
      LOG.warn("update {} could not be read: {}", update.getUpdateId(), e.getClass().getName());
      return List.of();
    }
  }
}
