package shopcrew.bot.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/// What Telegram knows of a bot.
public final class TelegramLook {
  private TelegramLook() {}

  /// @param username behind its links: `https://t.me/…`
  /// @param webhook where Telegram brings updates to, or empty for long polling
  /// @param waiting how many updates nobody has fetched yet
  /// @param error why Telegram could not bring the last one, or empty
  public record Bot(String username, String name, String webhook, int waiting, String error) {}

  public static Seen<Bot> at(Outside outside, String apiUrl, String token) {
    String bot = apiUrl + "/bot" + token;
    return switch (outside.get(bot + "/getMe", null)) {
      case Seen.Unreached<Outside.Answer>(String why) -> new Seen.Unreached<>(why);
      case Seen.Wrong<Outside.Answer>(String why, String detail) -> new Seen.Wrong<>(why, detail);
      case Seen.Good<Outside.Answer>(var answer, var at) -> {
        JsonNode said = Said.of(answer);
        JsonNode me = said.path("result");
        if (answer.status() == 401 || answer.status() == 404) {
          yield new Seen.Wrong<>("token", Said.shortly(answer, said.path("description").asText()));
        }
        if (answer.status() != 200 || !me.has("username")) {
          yield new Seen.Wrong<>("answer", Said.shortly(answer, said.path("description").asText()));
        }
        JsonNode hook = hook(outside, bot);
        yield new Seen.Good<>(
            new Bot(
                me.path("username").asText(),
                me.path("first_name").asText(),
                hook.path("url").asText(""),
                hook.path("pending_update_count").asInt(),
                hook.path("last_error_message").asText("")),
            at);
      }
    };
  }

  private static JsonNode hook(Outside outside, String bot) {
    return switch (outside.get(bot + "/getWebhookInfo", null)) {
      case Seen.Good<Outside.Answer>(var answer, var _) -> Said.of(answer).path("result");
      case Seen.Wrong<Outside.Answer> _ -> MissingNode.getInstance();
      case Seen.Unreached<Outside.Answer> _ -> MissingNode.getInstance();
    };
  }
}
