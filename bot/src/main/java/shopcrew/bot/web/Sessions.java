package shopcrew.bot.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Rooms;
import shopcrew.bot.Router;
import shopcrew.bot.Shop;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Hashes;
import shopcrew.db.People.Person;
import shopcrew.roles.Speaker;

/// Who sits behind a browser. A session is a random word that only that browser knows; the store
/// keeps its hash, as the address of the conversation.
public final class Sessions {
  /// @param who `owner`, `staff` or `customer`
  public record Session(String token, Conversation conversation, Speaker speaker) {
    public String who() {
      return switch (speaker) {
        case Speaker.Owner _ -> "owner";
        case Speaker.Staff _ -> "staff";
        case Speaker.Customer _ -> "customer";
      };
    }

    public String name() {
      return switch (speaker) {
        case Speaker.Owner owner -> owner.name();
        case Speaker.Staff staff -> staff.name();
        case Speaker.Customer _ -> "";
      };
    }
  }

  private static final String CHANNEL = "web";
  private static final int LONGEST_TOKEN = 64;

  private final Rooms rooms;
  private final Router router;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Sessions(Shop shop) {
    this.rooms = shop.rooms();
    this.router = shop.router();
    this.clock = shop.clock();
  }

  /// A new conversation for a customer.
  public Session customer(String language) {
    return begin(null, language);
  }

  /// A new conversation for an owner or a clerk.
  public Session person(Person person, String language) {
    return begin(person.id(), language);
  }

  /// By a one-time pairing link.
  Session pair(String code, String language) {
    Person person =
        rooms
            .people()
            .enter(code, clock.instant())
            .orElseThrow(() -> new Refusal(401, "error.pairing"));
    return person(person, language);
  }

  /// The session of that token, as it stands now.
  Session find(@Nullable String token) {
    if (token == null || token.isEmpty() || token.length() > LONGEST_TOKEN) {
      throw new Refusal(401, "error.session");
    }
    Conversation conversation =
        rooms
            .conversations()
            .at(CHANNEL, Hashes.sha256(token))
            .orElseThrow(() -> new Refusal(401, "error.session"));
    return new Session(token, conversation, router.speaker(conversation));
  }

  private Session begin(@Nullable String person, String language) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    rooms.conversations().open(CHANNEL, Hashes.sha256(token), person, language, clock.instant());
    if (person != null) rooms.people().speaks(person, language);
    return find(token);
  }
}
