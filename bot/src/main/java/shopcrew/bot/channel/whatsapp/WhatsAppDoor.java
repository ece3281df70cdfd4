package shopcrew.bot.channel.whatsapp;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Arrivals;

/// Where the platform brings what customers say. It is told that we have it only once it is stored;
/// until then it keeps it and brings it again, for up to seven days.
public final class WhatsAppDoor {
  public static final String PATH = "/webhook/whatsapp";
  static final int MOST_BYTES = 3 * 1024 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(WhatsAppDoor.class);

  private final Account account;
  private final Signature signature;
  private final Webhook webhook;
  private final Arrivals arrivals;

  public WhatsAppDoor(Account account, Arrivals arrivals, InstantSource clock) {
    this.account = account;
    this.signature = new Signature(account.secret());
    this.webhook = new Webhook(account.number(), Meanings.read(), clock);
    this.arrivals = arrivals;
  }

  public void routes(RoutesConfig routes) {
    routes.get(PATH, this::verify);
    routes.post(PATH, this::take);
  }

  /// The platform asks once whether this address is ours.
  private void verify(Context context) {
    String challenge = context.queryParam("hub.challenge");
    if (challenge == null
        || !challenge.matches("[A-Za-z0-9_-]{1,200}")
        || !"subscribe".equals(context.queryParam("hub.mode"))
        || !same(context.queryParam("hub.verify_token"), account.verify())) {
      context.status(403);
      return;
    }
    context.contentType("text/plain").result(challenge);
  }

  private void take(Context context) {
    byte[] body = body(context);
    if (body == null) return;
    if (!signed(context, body)) {
      LOG.info("A webhook without WhatsApp's signature was turned away");
      context.status(401);
      return;
    }
    List<Arrival> brought = webhook.read(body);
    try {
      if (!brought.isEmpty()) arrivals.take(brought);
      context.status(200);
    } catch (RuntimeException e) {
      LOG.error("What WhatsApp brought could not be stored", e);
      context.status(503);
    }
  }

  /// Null: refused already.
  private static byte @Nullable [] body(Context context) {
    try {
      if (context.req().getContentLengthLong() <= MOST_BYTES) {
        InputStream in = context.req().getInputStream();
        byte[] body = in.readNBytes(MOST_BYTES + 1);
        if (body.length <= MOST_BYTES) return body;
      }
      context.status(413);
    } catch (IOException e) {
      context.status(400);
    }
    return null;
  }

  private boolean signed(Context context, byte[] body) {
    List<String> said = Collections.list(context.req().getHeaders(Signature.HEADER));
    return said.size() == 1 && signature.of(body, said.getFirst());
  }

  private static boolean same(@Nullable String one, String other) {
    return one != null
        && MessageDigest.isEqual(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
