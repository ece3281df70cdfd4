package shopcrew.db.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;

/// What a customer may ask of the shop about the own data, and what the shop does by itself.
public final class Privacy {
  private static final Pattern MEDIA = Pattern.compile("(\\d{1,18})\\..*");
  private static final int AT_ONCE = 500;

  private final Database database;
  private final String shop;
  private final Path home;
  private final int messagesDays;
  private final int mediaDays;

  /// @param home where the files lie that customers sent
  /// @param messagesDays how long texts are kept; 0 for ever
  /// @param mediaDays the same of pictures and files
  public Privacy(Database database, String shop, Path home, int messagesDays, int mediaDays) {
    this.database = database;
    this.shop = shop;
    this.home = home;
    this.messagesDays = messagesDays;
    this.mediaDays = mediaDays;
  }

  /// Somebody who may be meant.
  ///
  /// @param more the city, or the channel of somebody who only wrote
  public record Match(String id, String name, String phone, String more) {}

  /// Why somebody cannot be erased yet.
  ///
  /// @param what `order`, `task` or `refund`
  /// @param which its number
  public record Reason(String what, String which) {}

  public sealed interface Erased {}

  /// @param gate how many of the gate's documents name an order of theirs, and stay
  public record Done(int gate) implements Erased {}

  public record NotYet(List<Reason> reasons) implements Erased {}

  public record Unknown() implements Erased {}

  public List<Match> find(String words) {
    return database.read(h -> new Subjects(h, shop).find(words));
  }

  /// All that stands about one customer, table by table, with the names of the files they sent.
  public Optional<Map<String, List<Map<String, @Nullable Object>>>> export(String id) {
    return database.read(h -> new Subjects(h, shop).of(id).map(subject -> Dossier.of(h, subject)));
  }

  /// Takes the person out of the store. Doing it again changes nothing.
  public Erased erase(String id) {
    var files = new TreeSet<String>();
    Erased erased =
        database.write(
            h -> {
              Subject subject = new Subjects(h, shop).of(id).orElse(null);
              if (subject == null) return new Unknown();
              List<Reason> reasons = OpenMoney.of(h, subject);
              if (!reasons.isEmpty()) return new NotYet(reasons);
              files.addAll(new Erasure(h, subject).run());
              return new Done(gate(h, subject));
            });
    delete(files);
    return erased;
  }

  /// The daily job: what is too old is blanked. Says how much it was.
  public String retain(Instant now) {
    var retention = new Retention(database, shop);
    int texts = messagesDays == 0 ? 0 : retention.texts(Retention.before(now, messagesDays));
    int files = mediaDays == 0 ? 0 : media(retention, Retention.before(now, mediaDays));
    return "texts " + texts + ", files " + files;
  }

  private int media(Retention retention, Instant before) {
    List<Long> all = kept().stream().map(Privacy::seq).distinct().toList();
    int count = 0;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Long> old =
          retention.old(all.subList(from, Math.min(all.size(), from + AT_ONCE)), before);
      retention.without(old);
      for (long seq : old) delete(Set.of("media/" + seq + "."));
      count += old.size();
    }
    return count;
  }

  private static int gate(org.jdbi.v3.core.Handle handle, Subject subject) {
    int count = 0;
    for (String order : subject.orders()) {
      count +=
          handle
              .select(
                  "SELECT COUNT(*) FROM spend_docs WHERE shop = ? AND instr(body, CAST(? AS BLOB))"
                      + " > 0",
                  subject.shop(),
                  order)
              .mapTo(Integer.class)
              .one();
    }
    return count;
  }

  private List<Path> kept() {
    try (var files = Files.list(home.resolve("media"))) {
      return files.filter(file -> seq(file) >= 0).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long seq(Path file) {
    Matcher name = MEDIA.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  /// @param starts `media/12.` for the file of message 12, whatever its kind
  private void delete(Set<String> starts) {
    try {
      for (Path file : kept()) {
        if (starts.contains("media/" + seq(file) + ".")) Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
