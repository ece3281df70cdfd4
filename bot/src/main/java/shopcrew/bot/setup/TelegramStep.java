package shopcrew.bot.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.config.Setting;
import shopcrew.bot.look.Outside;
import shopcrew.bot.look.Seen;
import shopcrew.bot.look.TelegramLook;

/// A bot from BotFather, by its token.
final class TelegramStep {
  private static final String SHAPE = "\\d{1,20}:[A-Za-z0-9_-]{3,200}";
  private static final List<Setting> ALL =
      List.of(Setting.TELEGRAM_TOKEN, Setting.TELEGRAM_MODE, Setting.TELEGRAM_WEBHOOK_SECRET);

  private final Talk talk;
  private final Draft draft;
  private final Outside outside;
  private final String apiUrl;

  TelegramStep(Talk talk, Draft draft, Outside outside, String apiUrl) {
    this.talk = talk;
    this.draft = draft;
    this.outside = outside;
    this.apiUrl = apiUrl;
  }

  /// The bot's name behind its links, if it has answered.
  @Nullable String take() {
    talk.say("telegram.title");
    talk.say("telegram.guide");
    while (true) {
      String token = talk.secret("telegram.token", draft.get(Setting.TELEGRAM_TOKEN));
      if (token.isEmpty()) {
        talk.say("telegram.off");
        return null;
      }
      if (token.matches("(?i)off|关闭|关")) {
        draft.remove(ALL);
        draft.save();
        talk.say("telegram.off");
        return null;
      }
      if (!token.matches(SHAPE)) {
        talk.say("telegram.shape");
        continue;
      }
      Seen<TelegramLook.Bot> seen = TelegramLook.at(outside, apiUrl, token);
      switch (Verdict.of(seen, "telegram", talk)) {
        case RIGHT -> {
          draft.put(Setting.TELEGRAM_TOKEN, token);
          draft.save();
          if (!(seen instanceof Seen.Good<TelegramLook.Bot>(var bot, var _))) return null;
          talk.say("telegram.good", "name", bot.name(), "bot", "@" + bot.username());
          return bot.username();
        }
        case LEFT -> {
          return null;
        }
        case AGAIN -> {}
      }
    }
  }
}
