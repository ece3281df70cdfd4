package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// An answer that comes in pieces, as a whole. For servers behind a door that closes when nothing
/// is heard for a while; nothing is sent to anybody before all of it was checked.
final class Collected implements ChatModel {
  private final StreamingChatModel model;

  Collected(StreamingChatModel model) {
    this.model = model;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    var whole = new AtomicReference<@Nullable ChatResponse>();
    var trouble = new AtomicReference<@Nullable Throwable>();
    model.chat(
        request,
        new StreamingChatResponseHandler() {
          @Override
          public void onCompleteResponse(ChatResponse answer) {
            whole.set(answer);
          }

          @Override
          public void onError(Throwable error) {
            trouble.compareAndSet(null, error);
          }
        });
    // Our line reads on this very thread: what is not here by now will not come.
    Throwable error = trouble.get();
    if (error != null) throw Failed.of(error);
    ChatResponse answer = whole.get();
    if (answer == null || answer.finishReason() == null) throw Failed.brokenOff();
    return answer;
  }
}
