package shopcrew.bot.style;

import java.util.List;
import java.util.Set;
import shopcrew.db.Catalogue;
import shopcrew.db.Conversations;
import shopcrew.db.Database;
import shopcrew.db.Tastes;
import shopcrew.db.Tastes.Kind;
import shopcrew.db.Tastes.Taste;
import shopcrew.db.Wording;

/// Keeps the owners' taste in every line that the team says to a customer, whatever model wrote it.
/// What an owner wrote, and what stands on a confirmed card, goes out as it is.
public final class HouseStyle implements Wording {
  private static final Set<String> OWN_WORDS = Set.of("owner", "gate");

  private final Tastes tastes;
  private final Conversations conversations;
  private final Catalogue catalogue;

  public HouseStyle(Database database, String shop) {
    this.tastes = new Tastes(database, shop);
    this.conversations = new Conversations(database, shop);
    this.catalogue = database.store(shop).catalogue();
  }

  public Tastes tastes() {
    return tastes;
  }

  @Override
  public String of(String conversation, String author, String text) {
    if (OWN_WORDS.contains(author)) return text;
    List<Taste> byCode = byCode();
    if (byCode.isEmpty()) return text;
    boolean customer =
        conversations.find(conversation).filter(one -> one.person() == null).isPresent();
    return customer ? kept(text, byCode) : text;
  }

  /// What would be said to a customer, as it lies before an owner.
  public String kept(String text) {
    return kept(text, byCode());
  }

  private List<Taste> byCode() {
    return tastes.kept().stream().filter(taste -> taste.kind() != Kind.FREE).toList();
  }

  /// A product is called what it is called; its name is looked up where anything would change.
  private String kept(String text, List<Taste> byCode) {
    String written = Rewording.of(text, byCode, List.of());
    return written.equals(text) ? text : Rewording.of(text, byCode, catalogue.titlesIn(text));
  }
}
