package shopcrew.bot.look;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.model.Failed;

/// Whether an outside model answers, asked through the very client that the team uses.
public final class ModelLook {
  private static final int TOKENS = 100;

  private ModelLook() {}

  /// One question of a few tokens.
  public static Seen<ChatResponse> at(ChatModel client) {
    var question = ChatRequest.builder().messages(UserMessage.from("Say OK."));
    return ask(client, question.maxOutputTokens(TOKENS).build());
  }

  public static Seen<ChatResponse> ask(ChatModel client, ChatRequest question) {
    try {
      return new Seen.Good<>(client.chat(question), null);
    } catch (RuntimeException e) {
      return failed(Failed.of(e));
    }
  }

  private static Seen<ChatResponse> failed(Failed failed) {
    int status = failed.status();
    if (status > 0)
      return new Seen.Wrong<>(
          why(status), Said.shortly(status + " " + Said.complaint(failed.said())));
    String end = end(failed.getCause());
    return end == null
        ? new Seen.Wrong<>("answer", Said.shortly(failed.said()))
        : new Seen.Unreached<>(end);
  }

  private static String why(int status) {
    return switch (status) {
      case 401, 403 -> "key";
      case 404 -> "name";
      case 402, 429 -> "credit";
      case 500, 502, 503, 504, 529 -> "down";
      default -> "answer";
    };
  }

  private static @Nullable String end(@Nullable Throwable trouble) {
    return switch (trouble) {
      case UnknownHostException _ -> "host";
      case ConnectException _ -> "refused";
      case InterruptedIOException _ -> "slow";
      case SSLException _ -> "tls";
      case IOException _ -> "line";
      case null, default -> null;
    };
  }
}
