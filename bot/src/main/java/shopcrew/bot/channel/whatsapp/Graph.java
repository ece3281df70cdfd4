package shopcrew.bot.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Wire;

/// The platform over HTTP. Nothing is sent twice: an answer says what became of a message, a line
/// that breaks after the request left says nothing, and neither we nor the client below then tries
/// again.
final class Graph {
  private static final Logger LOG = LoggerFactory.getLogger(Graph.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType AS_JSON = MediaType.get("application/json");
  private static final int LONGEST_ANSWER = 64 * 1024;
  private static final Meaning GONE =
      new Meaning(Meaning.Next.NEVER, Duration.ZERO, "media", false);
  private static final Duration NO_CONNECTION = Duration.ofSeconds(10);

  private final Account account;
  private final Meanings meanings;
  private final OkHttpClient client;

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reply(
      @Nullable List<Message> messages,
      @Nullable String id,
      boolean success,
      @Nullable Fault error) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Message(@Nullable String id) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Fault(@Nullable Integer code) {}

  /// What a file is and where it lies.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Lying(
      @Nullable String url,
      @JsonProperty("mime_type") @Nullable String type,
      @Nullable String sha256,
      @JsonProperty("file_size") long bytes) {}

  Graph(Account account, Meanings meanings) {
    this.account = account;
    this.meanings = meanings;
    this.client = Wire.client(account.connect(), account.patience(), account.patience());
  }

  /// One message.
  ///
  /// @param medium the platform's id of its file, if it has one
  /// @param ours what the platform gives back with every status of it
  Answer say(String to, Piece piece, String medium, String ours) {
    return post("messages", Payload.of(to, piece, medium, ours).toString());
  }

  /// Two blue ticks on what the customer wrote.
  Answer read(String message) {
    var read = JSON.createObjectNode().put("messaging_product", "whatsapp");
    return post("messages", read.put("status", "read").put("message_id", message).toString());
  }

  /// Brings a file to the platform, which keeps it for 30 days under the id of the answer.
  Answer upload(Piece.Medium file) {
    if (!Files.isRegularFile(file.file())) return new Answer.Refused(-1, GONE);
    var form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("messaging_product", "whatsapp")
            .addFormDataPart("type", file.type())
            .addFormDataPart(
                "file",
                file.name(),
                RequestBody.create(file.file().toFile(), MediaType.parse(file.type())))
            .build();
    Answer answer = post("media", form);
    // Nobody sees an upload, so one that may have arrived is as good as one that has not.
    return answer instanceof Answer.Maybe ? new Answer.NotNow(NO_CONNECTION) : answer;
  }

  /// What is known of a file that a customer sent; its id is good for seven days.
  Heard<Lying> look(String medium) {
    URI place = account.at(medium + "?phone_number_id=" + account.number());
    return switch (get(place, LONGEST_ANSWER)) {
      case Heard.Yes(byte[] words) -> {
        try {
          yield new Heard.Yes<>(JSON.readValue(words, Lying.class));
        } catch (IOException e) {
          yield new Heard.Later<>();
        }
      }
      case Heard.Never<?>(String why) -> new Heard.Never<>(why);
      case Heard.Later<?>() -> new Heard.Later<>();
    };
  }

  /// The bytes that lie there, but one more than so many at most. The caller has seen that it is
  /// one of the platform's own places.
  Heard<byte[]> get(URI place, int most) {
    try (Response answer = exchange(to(place).build())) {
      ResponseBody body = answer.body();
      int status = answer.code();
      if (status == 200 && body != null) {
        return new Heard.Yes<>(body.byteStream().readNBytes(most + 1));
      }
      LOG.info("WhatsApp gave no file: {}", status);
      return status == 429 || status == 401 || status >= 500
          ? new Heard.Later<>()
          : new Heard.Never<>("old");
    } catch (IOException e) {
      return new Heard.Later<>();
    }
  }

  /// What a question to the platform brought.
  sealed interface Heard<T> {
    record Yes<T>(T what) implements Heard<T> {}

    record Later<T>() implements Heard<T> {}

    record Never<T>(String why) implements Heard<T> {}
  }

  private Answer post(String path, String json) {
    return post(path, RequestBody.create(json.getBytes(UTF_8), AS_JSON));
  }

  private Answer post(String path, RequestBody body) {
    Request request = to(account.at(account.number() + "/" + path)).post(body).build();
    try (Response answer = exchange(request)) {
      return answer(answer);
    } catch (Wire.Gateway e) {
      return e.status >= 500 || e.status / 100 == 2 ? new Answer.Maybe() : refused(-1, e.status);
    } catch (IOException e) {
      if (Wire.find(e, Wire.Broke.class) == null) return new Answer.NotNow(NO_CONNECTION);
      LOG.warn("WhatsApp broke off: {}", e.toString());
      return new Answer.Maybe();
    }
  }

  private Request.Builder to(URI place) {
    return new Request.Builder()
        .url(place.toString())
        .header("Authorization", "Bearer " + account.token());
  }

  private Response exchange(Request request) throws IOException {
    return client.newCall(request).execute();
  }

  private Answer answer(Response response) throws IOException {
    ResponseBody body = response.body();
    int status = response.code();
    Reply reply = null;
    try {
      if (body != null) reply = JSON.readValue(body.bytes(), Reply.class);
    } catch (JsonProcessingException e) {
      LOG.debug("WhatsApp answered {} without JSON", status);
    }
    if (status / 100 == 2) {
      String id = reply == null ? null : id(reply);
      return id == null ? new Answer.Maybe() : new Answer.Taken(id);
    }
    Fault fault = reply == null ? null : reply.error();
    // A gateway on the way speaks for itself, not for the platform behind it.
    if (fault == null && status >= 500) return new Answer.Maybe();
    return refused(fault == null || fault.code() == null ? -1 : fault.code(), status);
  }

  private Answer refused(int code, int status) {
    Meaning meaning = meanings.of(code, status);
    LOG.info("WhatsApp refused with {} of HTTP {}: {}", code, status, meaning.why());
    return new Answer.Refused(code, meaning);
  }

  private static @Nullable String id(Reply reply) {
    if (reply.messages() == null || reply.messages().isEmpty()) {
      return reply.success() ? "" : reply.id();
    }
    return reply.messages().getFirst().id();
  }
}
