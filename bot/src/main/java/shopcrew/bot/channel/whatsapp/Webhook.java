package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Arrival;

/// Reads what the platform brings, once its signature was seen: entries of changes of messages.
/// What is not known is passed over with one line in the log; only what is for our own number is
/// taken.
final class Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final String number;
  private final Progressed progressed;
  private final InstantSource clock;

  /// @param number the id of our phone number
  Webhook(String number, Meanings meanings, InstantSource clock) {
    this.number = number;
    this.progressed = new Progressed(meanings);
    this.clock = clock;
  }

  List<Arrival> read(byte[] body) {
    var reading = new Reading();
    try {
      reading.all(JSON.readTree(body));
    } catch (IOException e) {
      // Signed, and no JSON: it would be none either if the platform brought it again for a week.
      LOG.info("A webhook of WhatsApp could not be read: {}", e.getClass().getSimpleName());
    }
    if (!reading.passed.isEmpty()) LOG.info("WhatsApp: passed over {}", reading.passed);
    return List.copyOf(reading.arrivals);
  }

  private final class Reading {
    private final List<Arrival> arrivals = new ArrayList<>();
    private final TreeSet<String> passed = new TreeSet<>();

    private void all(JsonNode body) {
      for (JsonNode entry : body.path("entry")) {
        for (JsonNode change : entry.path("changes")) change(change);
      }
    }

    private void change(JsonNode change) {
      String field = Json.text(change, "field");
      JsonNode value = change.path("value");
      if (!Json.text(value, "metadata", "phone_number_id").equals(number)) {
        passed("other_number");
        return;
      }
      switch (field) {
        case "messages" -> {
          each(value, "messages", this::message);
          each(value, "statuses", this::status);
        }
        case "smb_message_echoes" -> each(value, "message_echoes", this::echo);
        case "user_preferences" -> each(value, "user_preferences", this::wish);
        default -> passed(field);
      }
    }

    /// One that cannot be read does not take the others along.
    private void each(JsonNode value, String what, BiConsumer<JsonNode, JsonNode> read) {
      for (JsonNode one : value.path(what)) {
        try {
          read.accept(value, one);
        } catch (RuntimeException e) {
          LOG.warn("One of WhatsApp's {} could not be read", what, e);
        }
      }
    }

    private void message(JsonNode value, JsonNode message) {
      String type = Json.text(message, "type");
      String id = Json.id(message, "id");
      Sender from = Sender.of(value, message, "from", "from_user_id");
      Arrival.Body body = Told.of(message);
      if (message.has("group_id") || id.isEmpty() || from == null || body == null) {
        passed(type);
        return;
      }
      Instant at = at(message);
      if (Json.text(message, "referral", "source_type").equals("ad")) {
        String ad = Json.text(100, message, "referral", "source_id");
        add(from, id + "#ad", at, new Arrival.Entered("ad:" + ad));
      }
      add(from, id, at, body);
    }

    private void status(JsonNode value, JsonNode status) {
      Sender to = Sender.of(value, status, "recipient_id", "recipient_user_id");
      Arrival.Progress progress = progressed.of(status);
      if (to == null || progress == null || Json.text(status, "recipient_type").equals("group")) {
        passed("status_" + Json.text(status, "status"));
        return;
      }
      add(to, progress.line() + "#" + progress.stage(), at(status), progress);
    }

    private void echo(JsonNode value, JsonNode echo) {
      String type = Json.text(echo, "type");
      String id = Json.id(echo, "id");
      Sender to = Sender.of(value, echo, "to", "to_user_id");
      boolean says = !type.equals("edit") && !type.equals("revoke") && !type.equals("reaction");
      if (id.isEmpty() || to == null || !says) passed("echo_" + type);
      else add(to, id, at(echo), Told.echo(echo));
    }

    private void wish(JsonNode value, JsonNode wish) {
      String what = Json.text(wish, "value");
      Sender from = Sender.of(value, wish, "wa_id", "user_id");
      boolean known = what.equals("stop") || what.equals("resume");
      if (from == null || !known || !Json.text(wish, "category").equals("marketing_messages")) {
        passed("preference");
        return;
      }
      Instant at = at(wish);
      String key = "marketing#" + at.getEpochSecond() + "#" + what;
      add(from, key, at, new Arrival.Marketing(what.equals("resume")));
    }

    private void add(Sender who, String key, Instant at, Arrival.Body body) {
      arrivals.add(
          new Arrival(WhatsApp.NAME, who.address(), key, who.name(), who.phone(), at, body));
    }

    /// Only plain words of the platform's own go to the log.
    private void passed(@Nullable String what) {
      passed.add(what != null && what.matches("[a-z_]{1,40}") ? what : "unknown");
    }
  }

  private Instant at(JsonNode one) {
    String seconds = Json.text(one, "timestamp");
    boolean sane = seconds.matches("\\d{9,10}");
    return sane ? Instant.ofEpochSecond(Long.parseLong(seconds)) : clock.instant();
  }
}
