package shopcrew.bot.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import shopcrew.db.Database;

/// Standing yeses: so much on each day, so much in all, until a day. A draw is taken from all of
/// them together or from none.
final class Mandates {
  static final int LONGEST = 31;

  /// @param drawn what is taken already
  record Mandate(
      String id,
      String platform,
      long perAction,
      long perDay,
      long total,
      long drawn,
      LocalDate starts,
      LocalDate ends,
      long epoch) {}

  private record Draw(String day, long amount) {}

  private final Database db;
  private final String shop;

  Mandates(Database db, String shop) {
    this.db = db;
    this.shop = shop;
  }

  /// Begins with its document's yes; an older one of the category ends.
  void begin(Intent intent, Instant now) {
    var doc = intent.doc();
    db.writing(
        h -> {
          h.execute(
              "UPDATE mandates SET revoked_at = ? WHERE shop = ? AND category = ? AND revoked_at IS"
                  + " NULL",
              now.toEpochMilli(),
              shop,
              doc.text("scope"));
          h.execute(
              """
              INSERT INTO mandates (shop, mandate, category, platform, per_action, per_day, total,
                currency, starts, ends, epoch)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
              """,
              shop,
              intent.id(),
              doc.text("scope"),
              doc.text("platform"),
              doc.max().minor(),
              doc.whole("per_day"),
              doc.max().minor(),
              doc.max().currency(),
              doc.text("start"),
              doc.text("end"),
              intent.epoch());
        });
  }

  List<Mandate> open() {
    return db.read(
        h ->
            h.select(
                    "SELECT * FROM mandates WHERE shop = ? AND revoked_at IS NULL ORDER BY mandate",
                    shop)
                .map(
                    (row, context) ->
                        new Mandate(
                            row.getString("mandate"),
                            row.getString("platform"),
                            row.getLong("per_action"),
                            row.getLong("per_day"),
                            row.getLong("total"),
                            row.getLong("drawn"),
                            LocalDate.parse(row.getString("starts")),
                            LocalDate.parse(row.getString("ends")),
                            row.getLong("epoch")))
                .list());
  }

  boolean holds(String mandate, long epoch) {
    return open().stream().anyMatch(m -> m.id().equals(mandate) && m.epoch() == epoch);
  }

  /// The one whose scope these facts fit, whether or not it has room.
  Optional<Mandate> scope(SpendDoc facts, long epoch, LocalDate today) {
    if (facts.category() != Category.ADS || !facts.has("end")) return Optional.empty();
    if (!facts.many("warnings").isEmpty() || facts.has("from_customer")) return Optional.empty();
    String platform = facts.text("platform").toLowerCase(Locale.ROOT);
    return open().stream()
        .filter(
            m ->
                m.epoch() == epoch
                    && (m.platform().isEmpty() || m.platform().equalsIgnoreCase(platform)))
        .filter(m -> !today.isBefore(m.starts()) && !facts.day("end").isAfter(m.ends()))
        .findFirst();
  }

  /// Takes the amount, spread over the days of its run; false: a day or the whole is full.
  boolean draw(Mandate mandate, String intent, long amount, LocalDate first, LocalDate last) {
    return db.write(
        h -> {
          long days = last.toEpochDay() - first.toEpochDay() + 1;
          if (days < 1 || amount > mandate.perAction()) return false;
          for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            long share = share(amount, days, day.toEpochDay() - first.toEpochDay());
            if (!room(h, mandate, day, share)) return false;
          }
          if (total(h, mandate.id(), amount) == 0) return false;
          for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            long share = share(amount, days, day.toEpochDay() - first.toEpochDay());
            h.execute(
                "UPDATE mandate_days SET drawn = drawn + ? WHERE shop = ? AND mandate = ? AND day"
                    + " = ?",
                share,
                shop,
                mandate.id(),
                day.toString());
            h.execute(
                "INSERT INTO mandate_draws (shop, intent, mandate, day, amount) VALUES (?, ?, ?,"
                    + " ?, ?)",
                shop,
                intent,
                mandate.id(),
                day.toString(),
                share);
          }
          return true;
        });
  }

  /// The first days carry what does not divide evenly, so that the parts are the whole.
  static long share(long amount, long days, long at) {
    return amount / days + (at < amount % days ? 1 : 0);
  }

  private boolean room(Handle h, Mandate mandate, LocalDate day, long share) {
    h.execute(
        """
        INSERT INTO mandate_days (shop, mandate, day, cap) VALUES (?, ?, ?, ?)
        ON CONFLICT (shop, mandate, day) DO NOTHING\
        """,
        shop,
        mandate.id(),
        day.toString(),
        mandate.perDay());
    return h.select(
            "SELECT drawn + ? <= cap FROM mandate_days WHERE shop = ? AND mandate = ? AND day = ?",
            share,
            shop,
            mandate.id(),
            day.toString())
        .mapTo(Boolean.class)
        .one();
  }

  private int total(Handle h, String mandate, long amount) {
    return h.execute(
        """
        UPDATE mandates SET drawn = drawn + ?
        WHERE shop = ? AND mandate = ? AND revoked_at IS NULL AND drawn + ? <= total\
        """,
        amount,
        shop,
        mandate,
        amount);
  }

  /// What was not used comes back, from the last day of the run backwards.
  void release(String intent, String mandate, long rest) {
    db.writing(
        h -> {
          h.execute(
              "UPDATE mandates SET drawn = drawn - ? WHERE shop = ? AND mandate = ?",
              rest,
              shop,
              mandate);
          long left = rest;
          var draws =
              h.select(
                      "SELECT day, amount FROM mandate_draws WHERE shop = ? AND intent = ?"
                          + " ORDER BY day DESC",
                      shop,
                      intent)
                  .map((row, context) -> new Draw(row.getString(1), row.getLong(2)))
                  .list();
          for (Draw draw : draws) {
            long part = Math.min(left, draw.amount());
            left -= part;
            h.execute(
                "UPDATE mandate_days SET drawn = drawn - ? WHERE shop = ? AND mandate = ? AND day"
                    + " = ?",
                part,
                shop,
                mandate,
                draw.day());
          }
        });
  }

  /// True for the one who ends it.
  boolean revoke(String mandate, Instant now) {
    return db.write(
        h ->
            h.execute(
                    "UPDATE mandates SET revoked_at = ? WHERE shop = ? AND mandate = ? AND"
                        + " revoked_at IS NULL",
                    now.toEpochMilli(),
                    shop,
                    mandate)
                == 1);
  }

  /// True once for each week.
  boolean tellOnce(String mandate, String week) {
    return db.write(
        h ->
            h.execute(
                    "UPDATE mandates SET told = ? WHERE shop = ? AND mandate = ? AND told <> ?",
                    week,
                    shop,
                    mandate,
                    week)
                == 1);
  }
}
