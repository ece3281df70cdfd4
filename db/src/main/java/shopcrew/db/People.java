package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The owners and the staff of a shop. Everybody else is a customer.
public final class People {
  private final Database database;
  private final String shop;

  public People(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public enum Kind {
    OWNER,
    STAFF
  }

  public record Person(String id, String name, Kind kind, String language) {}

  public void add(Person person) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO people (shop, id, name, kind, language)
                    VALUES (:shop, :id, :name, :kind, :language)
                    ON CONFLICT (shop, id) DO NOTHING\
                    """)
                .bind("shop", shop)
                .bind("id", person.id())
                .bind("name", person.name())
                .bind("kind", person.kind().name())
                .bind("language", person.language())
                .execute());
  }

  /// From now on the person is spoken to in that language.
  public void speaks(String id, String language) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    "UPDATE people SET language = :language WHERE shop = :shop AND id = :id")
                .bind("language", language)
                .bind("shop", shop)
                .bind("id", id)
                .execute());
  }

  /// Somebody of the shop; who has left is not found.
  public Optional<Person> find(String id) {
    return all().stream().filter(person -> person.id().equals(id)).findFirst();
  }

  /// A name for what happened before, also of somebody who has left.
  public Optional<String> name(String id) {
    return database.read(
        handle ->
            handle
                .select("SELECT name FROM people WHERE shop = ? AND id = ?", shop, id)
                .mapTo(String.class)
                .findOne());
  }

  /// From now on the person is nobody of the shop: they may neither ask nor agree.
  public void left(String id, Instant at) {
    database.writing(
        handle -> {
          handle.execute(
              "UPDATE people SET left_at = ? WHERE shop = ? AND id = ?",
              at.toEpochMilli(),
              shop,
              id);
          handle.execute(
              "UPDATE pairings SET used_at = ? WHERE shop = ? AND person = ? AND used_at IS NULL",
              at.toEpochMilli(),
              shop,
              id);
        });
  }

  /// Those who may say yes to a spend.
  public List<Person> approvers() {
    return all().stream().filter(person -> person.kind() == Kind.OWNER).toList();
  }

  public List<Person> all() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, name, kind, language FROM people"
                        + " WHERE shop = :shop AND left_at IS NULL ORDER BY id")
                .bind("shop", shop)
                .map((row, context) -> person(row))
                .list());
  }

  /// A person's own conversations, one to one with the team.
  public List<String> conversations(String person) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM conversations
                    WHERE shop = :shop AND person = :person AND shared = 0
                    ORDER BY created_at, id\
                    """)
                .bind("shop", shop)
                .bind("person", person)
                .mapTo(String.class)
                .list());
  }

  /// Keeps a one-time code by which that person can enter; only its hash is stored.
  public void invite(String person, String code, Instant now, Duration validFor) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO pairings (shop, code_hash, person, expires_at)
                    VALUES (:shop, :hash, :person, :expires)\
                    """)
                .bind("shop", shop)
                .bind("hash", Hashes.sha256(code))
                .bind("person", person)
                .bind("expires", now.plus(validFor).toEpochMilli())
                .execute());
  }

  /// Takes a one-time code: the person it was made for, once and in time.
  public Optional<Person> enter(String code, Instant now) {
    return enterByHash(Hashes.sha256(code), now);
  }

  /// The same, where only the hash of what was said is kept.
  public Optional<Person> enterByHash(String hash, Instant now) {
    return database.write(
        handle -> {
          int taken =
              handle
                  .createUpdate(
                      """
                      UPDATE pairings SET used_at = :now
                      WHERE shop = :shop AND code_hash = :hash
                        AND used_at IS NULL AND expires_at > :now\
                      """)
                  .bind("shop", shop)
                  .bind("hash", hash)
                  .bind("now", now.toEpochMilli())
                  .execute();
          if (taken == 0) return Optional.empty();
          return handle
              .createQuery(
                  """
                  SELECT people.id, name, kind, language
                  FROM pairings JOIN people ON people.shop = pairings.shop AND people.id = person
                  WHERE pairings.shop = :shop AND code_hash = :hash AND left_at IS NULL\
                  """)
              .bind("shop", shop)
              .bind("hash", hash)
              .map((row, context) -> person(row))
              .findOne();
        });
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getString("id"),
        row.getString("name"),
        Kind.valueOf(row.getString("kind")),
        row.getString("language"));
  }
}
