package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.model.Senses;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.Outbox.Button;
import shopcrew.db.People.Person;
import shopcrew.roles.books.Planted;

/// What a model heard in a voice note or saw in a picture is read back to its sender. Only their
/// own tap makes it words that they said; until then nothing is done with it.
final class ReadBack {
  private static final String SAID = "heard:";
  private static final String NOT_SAID = "misheard";
  private static final Set<String> SOUNDS = Set.of("audio", "voice");
  private static final Set<String> PICTURES = Set.of("image", "picture");
  private static final int LONGEST = 500;
  private static final int MOST_AN_HOUR = 12;
  private static final Duration HOUR = Duration.ofHours(1);

  private final Rooms rooms;
  private final Senses senses;
  private final Gate gate;
  private final InstantSource clock;
  private final Bundle words = new Bundle("bot");

  ReadBack(Rooms rooms, Senses senses, Gate gate, InstantSource clock) {
    this.rooms = rooms;
    this.senses = senses;
    this.gate = gate;
    this.clock = clock;
  }

  static boolean sound(Arrived arrived) {
    return SOUNDS.contains(arrived.item().kind());
  }

  static boolean picture(Arrived arrived) {
    return PICTURES.contains(arrived.item().kind());
  }

  /// Whether a model may be asked about it.
  boolean can(Conversation in, Arrived arrived) {
    boolean able = sound(arrived) && senses.hears() || picture(arrived) && senses.sees();
    if (!able || in.person() == null && rooms.levels().shadow()) return false;
    Instant since = clock.instant().minus(HOUR);
    return rooms.inbox().media(in.id(), since) <= MOST_AN_HOUR;
  }

  /// The words in it, or empty. A PIN that was spoken or pictured is no words.
  Optional<String> read(Conversation in, Arrived arrived, Fetched.Bytes bytes) {
    String beside = arrived.item().text().strip();
    String person = in.person();
    return senses
        .read(bytes.type(), bytes.content(), beside, in.language())
        .map(text -> Planted.quoted(Gate.unmarked((beside + " " + text).strip()), LONGEST))
        .filter(text -> person == null || !gate.secret(person, in.id(), text));
  }

  /// Asks whether that is what they meant.
  void asks(Conversation in, Arrived arrived, String read) {
    String language = in.language();
    String key = sound(arrived) ? "heard" : "seen";
    rooms
        .database()
        .writing(
            _ -> {
              rooms
                  .outbox()
                  .add(
                      in.id(),
                      "shop",
                      words.say(language, key, "text", read),
                      List.of(
                          new Button(words.say(language, "heard.yes"), SAID + read),
                          new Button(words.say(language, "heard.no"), NOT_SAID)),
                      "in:" + arrived.seq());
              rooms.inbox().done(arrived.seq());
            });
  }

  static boolean is(String token) {
    return token.startsWith(SAID) || token.equals(NOT_SAID);
  }

  /// The message as it was confirmed, or empty: they type it.
  Optional<Arrived> confirmed(Conversation in, Arrived tap) {
    String token = tap.item().token();
    if (!token.startsWith(SAID)) return Optional.empty();
    rooms.inbox().edit(in.id(), tap.item().key(), token.substring(SAID.length()));
    return rooms.inbox().find(tap.seq());
  }

  /// True if it was the word that stops all spending. A spoken amount or any other word of the
  /// gate is not taken: those are typed.
  boolean stops(Conversation in, Arrived said) {
    String person = in.person();
    if (person == null || !Gate.stops(said.item().text())) return false;
    if (rooms.people().find(person).map(Person::kind).isEmpty()) return false;
    gate.stop(person, in.id());
    rooms.inbox().done(said.seq());
    return true;
  }
}
