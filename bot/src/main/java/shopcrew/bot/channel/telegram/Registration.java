package shopcrew.bot.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import shopcrew.bot.i18n.Bundle;

/// What Telegram is told once about the bot, and what it knows of it. Everything here may be said
/// again.
public final class Registration {
  /// All that [Updates] reads; nothing else is asked for.
  static final List<String> UPDATES =
      List.of("message", "edited_message", "callback_query", "my_chat_member");

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
  private static final List<String> COMMANDS = List.of("help", "stop");
  private static final int AT_ONCE = 40;
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private final Account account;
  private final TelegramClient client;
  private final InstantSource clock;
  private final AtomicReference<Asked> asked = new AtomicReference<>(new Asked(null, Instant.MIN));

  private record Asked(@Nullable Me me, Instant at) {}

  Registration(Account account, TelegramClient client, InstantSource clock) {
    this.account = account;
    this.client = client;
    this.clock = clock;
  }

  /// The menu in Chinese, in English, and in the shop's language for everybody else. After a
  // failure
  /// the rest is not tried: nobody should wait three times for a network that is down.
  public boolean commands(String language) {
    var words = new Bundle("telegram");
    for (String spoken : List.of("", "zh", "en")) {
      var menu = new ArrayList<BotCommand>();
      for (String command : COMMANDS) {
        String says = words.say(spoken.isEmpty() ? language : spoken, "command." + command);
        menu.add(new BotCommand(command, says));
      }
      var set = new SetMyCommands(menu);
      if (!spoken.isEmpty()) set.setLanguageCode(spoken);
      if (!done("setMyCommands", () -> client.execute(set))) return false;
    }
    return true;
  }

  /// From now on Telegram brings the updates to that address, with that secret.
  public boolean webhook(String url, String secret) {
    var set =
        SetWebhook.builder()
            .url(url)
            .secretToken(secret)
            .allowedUpdates(UPDATES)
            .maxConnections(AT_ONCE)
            .build();
    return done("setWebhook", () -> client.execute(set));
  }

  /// What waits at Telegram stays there for the polling.
  public boolean noWebhook() {
    return done("deleteWebhook", () -> client.execute(new DeleteWebhook()));
  }

  /// Asked once; without an answer the id is known from the token, and it is asked again later.
  public Me me() {
    Asked known = asked.get();
    if (known.me() != null) return known.me();
    Me without = new Me(account.id(), "");
    if (known.at().plus(ASK_AGAIN).isAfter(clock.instant())) return without;
    try {
      var user = client.execute(new GetMe());
      String name = user.getUserName() == null ? "" : user.getUserName();
      var me = new Me(user.getId(), name);
      asked.set(new Asked(me, clock.instant()));
      return me;
    } catch (TelegramApiException | RuntimeException e) {
      LOG.info("Telegram did not say the bot's name: {}", e.getClass().getSimpleName());
      asked.set(new Asked(null, clock.instant()));
      return without;
    }
  }

  @FunctionalInterface
  private interface Call {
    @Nullable Object run() throws TelegramApiException;
  }

  private static boolean done(String what, Call call) {
    try {
      return Boolean.TRUE.equals(call.run());
    } catch (TelegramApiException | RuntimeException e) {
      LOG.warn("Telegram did not take {}: {}", what, Failure.of(e));
      return false;
    }
  }
}
