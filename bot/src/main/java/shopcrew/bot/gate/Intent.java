package shopcrew.bot.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;

/// One spend on its way: the row that moves, beside the document that does not.
record Intent(
    String id,
    String docHash,
    State state,
    int tier,
    int persons,
    boolean typed,
    @Nullable String mandate,
    boolean blocked,
    Money amount,
    long epoch,
    String askedBy,
    String conversation,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant notBefore,
    @Nullable Instant useBy,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    Money charged,
    @Nullable String platformId,
    @Nullable Instant unknownSince,
    int reminded,
    ProviderClass provider,
    SpendDoc doc) {

  /// Everybody who agreed.
  List<String> agreed() {
    return approvedBy == null ? List.of() : List.of(approvedBy.split(" "));
  }

  /// What everybody outside of the gate may know of it.
  Gate.Pending pending() {
    return new Gate.Pending(
        id,
        doc.kind(),
        doc.text("label"),
        amount,
        charged,
        state.name(),
        provider == ProviderClass.BY_HAND,
        createdAt,
        expiresAt);
  }

  State.Truth truth() {
    return state.truth(charged.minor());
  }

  static Intent of(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Intent(
        row.getString("intent"),
        row.getString("doc_hash"),
        State.valueOf(row.getString("state")),
        row.getInt("tier"),
        row.getInt("persons"),
        row.getInt("typed") == 1,
        row.getString("mandate"),
        row.getInt("blocked") == 1,
        Money.of(row.getLong("amount"), currency),
        row.getLong("epoch"),
        row.getString("asked_by"),
        row.getString("conversation"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        time(row, "not_before"),
        time(row, "use_by"),
        row.getString("approved_by"),
        time(row, "approved_at"),
        Money.of(row.getLong("charged"), currency),
        row.getString("platform_id"),
        time(row, "unknown_since"),
        row.getInt("reminded"),
        ProviderClass.valueOf(row.getString("provider")),
        SpendDoc.decode(row.getBytes("body")));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
