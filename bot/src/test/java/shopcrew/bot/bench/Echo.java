package shopcrew.bot.bench;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultLongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/// The least that a bot on the same library can be: it repeats what is said, stores nothing, and
/// tries nothing again. With a model it says what that says.
final class Echo extends DefaultLongPollingUpdateConsumer {
  private final TelegramClient client;
  private final UnaryOperator<String> answer;

  private Echo(TelegramClient client, UnaryOperator<String> answer) {
    this.client = client;
    this.answer = answer;
  }

  /// Runs until it is stopped.
  ///
  /// @param args the platform's address, and the model's if there is one
  public static void main(String[] args) throws Exception {
    var api = URI.create(args[0]);
    var url = new TelegramUrl(api.getScheme(), api.getHost(), api.getPort(), false);
    var echo =
        new Echo(
            new OkHttpTelegramClient(Telegram.TOKEN, url),
            args.length < 2 ? UnaryOperator.identity() : model(args[1])::chat);
    try (var bots = new TelegramBotsLongPollingApplication()) {
      bots.registerBot(Telegram.TOKEN, () -> url, Echo::question, echo);
      new CountDownLatch(1).await();
    }
  }

  private static GetUpdates question(int last) {
    return GetUpdates.builder()
        .offset(last + 1)
        .limit(100)
        .timeout(30)
        .allowedUpdates(List.of("message"))
        .build();
  }

  private static ChatModel model(String url) {
    return OpenAiChatModel.builder()
        .baseUrl(url)
        .apiKey("stand-in")
        .modelName("stand-in")
        .maxRetries(1)
        .build();
  }

  @Override
  public void consume(Update update) {
    var message = update.getMessage();
    if (message == null || message.getText() == null) return;
    try {
      String text = answer.apply(message.getText());
      client.execute(new SendMessage(message.getChatId().toString(), text));
    } catch (TelegramApiException e) {
      System.err.println(e.getMessage());
    }
  }
}
