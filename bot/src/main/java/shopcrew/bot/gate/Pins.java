package shopcrew.bot.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import shopcrew.db.Database;

/// Six digits of each owner. Kept as a slow hash under a key that is not in the database; since a
/// million is few, the counter of wrong tries is the real lock.
final class Pins {
  static final int ROUNDS = 600_000;
  static final int DIGITS = 6;
  static final int TRIES = 5;
  static final Duration LOCK = Duration.ofHours(1);

  /// A new PIN counts after this time, so that a phone in wrong hands gains nothing at once.
  static final Duration UNTIL_IT_COUNTS = Duration.ofHours(1);

  private static final int LONGEST = 60;
  private static final Pattern AROUND =
      Pattern.compile("我的|密码|口令|确认|是|my|pin|password|code|is|[\\p{Z}\\p{P}\\p{C}\\p{S}]");

  private final Database db;
  private final String shop;
  private final Seal seal;
  private final int rounds;
  private final SecureRandom random = new SecureRandom();

  Pins(Database db, String shop, Seal seal, int rounds) {
    this.db = db;
    this.shop = shop;
    this.seal = seal;
    this.rounds = rounds;
  }

  /// What is kept of one.
  record Kept(
      byte[] salt, int rounds, String hash, Instant countsFrom, int wrong, Instant lockedUntil) {
    boolean locked(Instant now) {
      return now.isBefore(lockedUntil);
    }

    boolean counts(Instant now) {
      return !now.isBefore(countsFrom);
    }
  }

  Optional<Kept> of(String person) {
    return db.read(
        h ->
            h.select("SELECT * FROM gate_pins WHERE shop = ? AND person = ?", shop, person)
                .map(
                    (row, context) ->
                        new Kept(
                            row.getBytes("salt"),
                            row.getInt("rounds"),
                            row.getString("hash"),
                            Instant.ofEpochMilli(row.getLong("counts_from")),
                            row.getInt("wrong"),
                            Instant.ofEpochMilli(row.getLong("locked_until"))))
                .findOne());
  }

  /// Too easily guessed: one digit only, or a run up or down.
  static boolean weak(String digits) {
    boolean same = true;
    boolean up = true;
    boolean down = true;
    for (int i = 1; i < digits.length(); i++) {
      int step = digits.charAt(i) - digits.charAt(i - 1);
      same &= step == 0;
      up &= step == 1;
      down &= step == -1;
    }
    return same || up || down;
  }

  /// Slow; not to be done inside a transaction.
  boolean fits(String person, Kept kept, String digits) {
    return seal.fits(kept.hash(), sealed(person, slow(digits, kept.salt(), kept.rounds())));
  }

  /// What a new PIN is kept as; slow.
  Kept made(String person, String digits, Instant countsFrom) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    String hash = seal.of(sealed(person, slow(digits, salt, rounds)));
    return new Kept(salt, rounds, hash, countsFrom, 0, Instant.EPOCH);
  }

  void keep(String person, Kept kept) {
    db.writing(
        h ->
            h.execute(
                """
                INSERT INTO gate_pins (shop, person, salt, rounds, hash, counts_from)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (shop, person) DO UPDATE SET salt = excluded.salt,
                  rounds = excluded.rounds, hash = excluded.hash,
                  counts_from = excluded.counts_from, wrong = 0, locked_until = 0\
                """,
                shop,
                person,
                kept.salt(),
                kept.rounds(),
                kept.hash(),
                kept.countsFrom().toEpochMilli()));
  }

  void forget(String person) {
    db.writing(h -> h.execute("DELETE FROM gate_pins WHERE shop = ? AND person = ?", shop, person));
  }

  void right(String person) {
    db.writing(
        h ->
            h.execute(
                "UPDATE gate_pins SET wrong = 0 WHERE shop = ? AND person = ?", shop, person));
  }

  /// Counts a wrong try; at the last one the person is locked out. The tries that are left.
  int wrong(String person, Instant now) {
    return db.write(
        h -> {
          h.execute(
              """
              UPDATE gate_pins SET
                locked_until = CASE WHEN wrong + 1 >= ? THEN ? ELSE locked_until END,
                wrong = CASE WHEN wrong + 1 >= ? THEN 0 ELSE wrong + 1 END
              WHERE shop = ? AND person = ?\
              """,
              TRIES,
              now.plus(LOCK).toEpochMilli(),
              TRIES,
              shop,
              person);
          var kept = of(person).orElseThrow();
          return kept.locked(now) ? 0 : TRIES - kept.wrong();
        });
  }

  private TreeMap<String, Value> sealed(String person, String slow) {
    var fields = new TreeMap<String, Value>();
    fields.put("shop", new Value.Text(shop));
    fields.put("pin of", new Value.Text(person));
    fields.put("slow", new Value.Text(slow));
    return fields;
  }

  private static String slow(String digits, byte[] salt, int rounds) {
    char[] chars = digits.toCharArray();
    var spec = new PBEKeySpec(chars, salt, rounds, 256);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return HexFormat.of().formatHex(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }

  /// Whether somebody typed one, alone or with the words that people put around it.
  static boolean typed(String text) {
    if (text.length() > LONGEST) return false;
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return digits(AROUND.matcher(plain).replaceAll(""));
  }

  static boolean digits(String text) {
    return text.length() == DIGITS && US_ASCII.newEncoder().canEncode(text) && text.matches("\\d+");
  }
}
