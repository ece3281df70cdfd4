package shopcrew.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.model.Billed;

/// The same question gets the same answer, and costs nothing the second time. What the answer rests
/// on is a part of the question, so that anything that changed makes it another one.
final class Remembered implements ChatModel {
  private static final int MOST = 1_000;

  private final ChatModel model;
  private final String name;
  private final Map<String, ChatResponse> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ChatResponse> eldest) {
          return size() > MOST;
        }
      };

  Remembered(ChatModel model, String name) {
    this.model = model;
    this.name = name;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    String question = fingerprint(request);
    ChatResponse known = known(question);
    if (known != null) return known;
    ChatResponse answer = model.chat(request);
    keep(question, answer);
    return answer;
  }

  private synchronized @Nullable ChatResponse known(String question) {
    return answers.get(question);
  }

  private synchronized void keep(String question, ChatResponse answer) {
    var unpaid =
        ChatResponse.builder()
            .aiMessage(answer.aiMessage())
            .tokenUsage(new TokenUsage(0, 0))
            .build();
    answers.put(question, Billed.of(unpaid, name, 0, ""));
  }

  /// The messages as JSON, since no words in a message can look like another message there.
  private static String fingerprint(ChatRequest request) {
    String whole =
        ChatMessageSerializer.messagesToJson(request.messages()) + "\n" + request.parameters();
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
