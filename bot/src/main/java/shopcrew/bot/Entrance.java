package shopcrew.bot;

import java.time.InstantSource;
import java.util.List;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox;
import shopcrew.db.People.Person;

/// Who comes in with a one-time code is the person it was made for; from then on the conversation
/// is theirs. One person may have several.
final class Entrance {
  private final Rooms rooms;
  private final InstantSource clock;
  private final Bundle words = new Bundle("bot");

  Entrance(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  /// In one transaction: a code is never used up without effect. False: no such code, so that
  /// whoever it is, is greeted like any other customer.
  boolean enter(Conversation in, Inbox.Arrived arrived) {
    return rooms
        .database()
        .write(
            _ -> {
              if (in.shared()) return false;
              Person person =
                  rooms.people().enterByHash(arrived.item().token(), clock.instant()).orElse(null);
              if (person == null) return false;
              rooms.contacts().belongs(in.id(), person.id(), false);
              rooms.conversations().speaks(in.id(), person.language());
              say(in.id(), person.language(), "paired", person, "in:" + arrived.seq());
              for (Person other : rooms.people().approvers()) {
                for (String to : rooms.people().conversations(other.id())) {
                  if (to.equals(in.id())) continue;
                  String language = rooms.conversations().find(to).orElseThrow().language();
                  say(to, language, "paired.other", person, "paired:" + arrived.seq());
                }
              }
              rooms.inbox().done(arrived.seq());
              return true;
            });
  }

  private void say(String to, String language, String key, Person person, String cause) {
    String text = words.say(language, key, "name", person.name());
    rooms.outbox().add(to, "shop", text, List.of(), cause);
  }
}
