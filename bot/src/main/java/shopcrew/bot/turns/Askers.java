package shopcrew.bot.turns;

import java.util.Optional;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Customer;
import shopcrew.db.Customers;
import shopcrew.db.Database;
import shopcrew.db.People;
import shopcrew.db.People.Person;

/// Whose conversation it is, by the name that people of the shop know.
final class Askers {
  private final Conversations conversations;
  private final People people;
  private final Customers customers;
  private final Bundle words;
  private final String language;

  Askers(Database database, String shop, Bundle words, String language) {
    this.conversations = new Conversations(database, shop);
    this.people = new People(database, shop);
    this.customers = database.store(shop).customers();
    this.words = words;
    this.language = language;
  }

  String name(String conversation) {
    Conversation in = conversations.find(conversation).orElseThrow();
    String person = in.person();
    if (person != null) return people.find(person).map(Person::name).orElse(person);
    String customer = in.customer();
    Optional<String> written = customer == null ? Optional.empty() : inTheBook(customer);
    return written
        .or(() -> Optional.of(in.name()))
        .filter(name -> !name.isBlank())
        .orElseGet(() -> words.say(language, "a_customer"));
  }

  private Optional<String> inTheBook(String customer) {
    return customers.byId(customer).map(Customer::name).filter(name -> !name.isBlank());
  }
}
