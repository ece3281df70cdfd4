package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// The platform's other side: it brings signed webhooks, brings them again, and forges them.
public final class Hook {
  private static final int LARGE = 1 << 16;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI door;
  private final Signature signature = new Signature(StandInWhatsApp.SECRET);
  private final HttpClient client = HttpClient.newHttpClient();

  /// @param server such as `http://127.0.0.1:8080`
  public Hook(URI server) {
    this.door = server.resolve(WhatsAppDoor.PATH);
  }

  /// A body with one message of a customer.
  public static byte[] text(String from, String id, String words, Instant at) {
    var message = message(from, id, at, "text");
    message.putObject("text").put("body", words);
    return messages(message);
  }

  /// A body with one finger on a button.
  public static byte[] tap(
      String from, String id, String under, String data, String label, Instant at) {
    var message = message(from, id, at, "interactive");
    message.putObject("context").put("id", under);
    var interactive = message.putObject("interactive").put("type", "button_reply");
    interactive.putObject("button_reply").put("id", data).put("title", label);
    return messages(message);
  }

  /// A body with what became of a line.
  public static byte[] status(String to, String id, String status, String ours, Instant at) {
    var value = value();
    value
        .putArray("statuses")
        .addObject()
        .put("id", id)
        .put("status", status)
        .put("timestamp", Long.toString(at.getEpochSecond()))
        .put("recipient_id", to)
        .put("biz_opaque_callback_data", ours);
    return envelope("messages", value);
  }

  static ObjectNode message(String from, String id, Instant at, String type) {
    var message = JSON.createObjectNode();
    message.put(Addresses.isUserId(from) ? "from_user_id" : "from", from).put("id", id);
    return message.put("timestamp", Long.toString(at.getEpochSecond())).put("type", type);
  }

  static byte[] messages(ObjectNode... messages) {
    var value = value();
    var all = value.putArray("messages");
    for (ObjectNode message : messages) all.add(message);
    return envelope("messages", value);
  }

  static ObjectNode value() {
    var value = JSON.createObjectNode().put("messaging_product", "whatsapp");
    value.putObject("metadata").put("phone_number_id", StandInWhatsApp.NUMBER);
    return value;
  }

  static byte[] envelope(String field, ObjectNode value) {
    var body = JSON.createObjectNode().put("object", "whatsapp_business_account");
    var entry = body.putArray("entry").addObject().put("id", "200000000000001");
    entry.putArray("changes").addObject().put("field", field).set("value", value);
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Brings it signed; the status of the answer.
  public int brings(byte[] body) {
    return brings(body, signature.sign(body));
  }

  /// Brings it with a signature under another secret.
  public int forges(byte[] body) {
    return brings(body, new Signature("another secret").sign(body));
  }

  /// Without any if it is empty.
  public int brings(byte[] body, String signed) {
    var request = HttpRequest.newBuilder(door).POST(BodyPublishers.ofByteArray(body));
    request.header("Content-Type", "application/json");
    // Who is refused before the body hears it only if the body was not on its way already.
    request.expectContinue(body.length >= LARGE);
    if (!signed.isEmpty()) request.header(Signature.HEADER, signed);
    return answer(request.build()).statusCode();
  }

  /// Asks whether this is the shop's address.
  public java.net.http.HttpResponse<String> verifies(String token, String challenge) {
    String query = "?hub.mode=subscribe&hub.verify_token=" + token + "&hub.challenge=" + challenge;
    return answer(HttpRequest.newBuilder(URI.create(door + query)).build());
  }

  private java.net.http.HttpResponse<String> answer(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
