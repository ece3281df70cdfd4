package shopcrew.bot;

import java.time.InstantSource;
import shopcrew.db.Conversations;
import shopcrew.db.Database;
import shopcrew.db.Inbox;
import shopcrew.db.Outbox;
import shopcrew.db.People;
import shopcrew.db.Tasks;

/// The tables of one shop that the body itself works with.
public record Rooms(
    String shop,
    Database database,
    People people,
    Conversations conversations,
    Inbox inbox,
    Outbox outbox,
    Tasks tasks) {

  public static Rooms of(Database database, String shop, InstantSource clock) {
    return new Rooms(
        shop,
        database,
        new People(database, shop),
        new Conversations(database, shop),
        new Inbox(database, shop),
        new Outbox(database, shop, clock),
        new Tasks(database, shop));
  }
}
