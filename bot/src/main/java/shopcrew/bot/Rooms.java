package shopcrew.bot;

import java.time.InstantSource;
import java.util.List;
import shopcrew.bot.style.HouseStyle;
import shopcrew.db.Contacts;
import shopcrew.db.Conversations;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Database;
import shopcrew.db.Inbox;
import shopcrew.db.Levels;
import shopcrew.db.Outbox;
import shopcrew.db.People;
import shopcrew.db.Promises;
import shopcrew.db.ReadyReplies;
import shopcrew.db.Sent;
import shopcrew.db.Tasks;

/// The tables of one shop that the body itself works with.
public record Rooms(
    String shop,
    Database database,
    People people,
    Conversations conversations,
    Contacts contacts,
    Inbox inbox,
    Outbox outbox,
    Sent sent,
    Tasks tasks,
    ReadyReplies replies,
    Promises promises,
    Levels levels,
    HouseStyle style) {

  public static Rooms of(Database database, String shop, InstantSource clock) {
    var style = new HouseStyle(database, shop);
    return new Rooms(
        shop,
        database,
        new People(database, shop),
        new Conversations(database, shop),
        new Contacts(database, shop),
        new Inbox(database, shop),
        new Outbox(database, shop, clock, style),
        new Sent(database, shop),
        new Tasks(database, shop),
        new ReadyReplies(database, shop),
        new Promises(database, shop),
        new Levels(database, shop),
        style);
  }

  /// Every conversation of everybody who may say yes.
  public List<Conversation> owners() {
    return people.approvers().stream()
        .flatMap(owner -> people.conversations(owner.id()).stream())
        .flatMap(id -> conversations.find(id).stream())
        .toList();
  }
}
