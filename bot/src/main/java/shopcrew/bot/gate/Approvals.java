package shopcrew.bot.gate;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import shopcrew.db.Database;

/// Who agreed to which step of which document, having seen which words. Sealed.
final class Approvals {
  enum Step {
    REVIEW,
    AMOUNT,
    PIN,
    CONFIRM,
    /// The PIN once more, after the wait of a shop with one owner.
    AGAIN,
    /// Somebody else's vote, lent beforehand; the token is the loan's.
    LENT
  }

  record Approval(
      String intent,
      String person,
      Step step,
      String docHash,
      String shownHash,
      String language,
      String tokenHash,
      long epoch,
      Instant at,
      String mac) {

    SortedMap<String, Value> sealed(String shop) {
      var fields = new TreeMap<String, Value>();
      fields.put("shop", new Value.Text(shop));
      fields.put("intent", new Value.Text(intent));
      fields.put("person", new Value.Text(person));
      fields.put("step", new Value.Text(step.name()));
      fields.put("doc", new Value.Text(docHash));
      fields.put("shown", new Value.Text(shownHash));
      fields.put("language", new Value.Text(language));
      fields.put("token", new Value.Text(tokenHash));
      fields.put("epoch", new Value.Whole(epoch));
      fields.put("at", new Value.Whole(at.toEpochMilli()));
      return fields;
    }
  }

  private final Database db;
  private final String shop;
  private final Seal seal;
  private final Audit audit;

  Approvals(Database db, String shop, Seal seal, Audit audit) {
    this.db = db;
    this.shop = shop;
    this.seal = seal;
    this.audit = audit;
  }

  /// Keeps a step; the same step of the same person counts once.
  void add(
      Intent intent,
      String person,
      Step step,
      String shown,
      String language,
      String tokenHash,
      Instant at) {
    var bare =
        new Approval(
            intent.id(),
            person,
            step,
            intent.docHash(),
            Encoding.sha256(shown),
            language,
            tokenHash,
            intent.epoch(),
            at,
            "");
    String mac = seal.of(bare.sealed(shop));
    db.writing(
        h -> {
          int added =
              h.execute(
                  """
                  INSERT INTO approvals (shop, intent, person, step, doc_hash, shown_hash, language,
                    token_hash, epoch, at, mac)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                  ON CONFLICT (shop, intent, person, step, doc_hash) DO NOTHING\
                  """,
                  shop,
                  bare.intent(),
                  bare.person(),
                  bare.step().name(),
                  bare.docHash(),
                  bare.shownHash(),
                  bare.language(),
                  bare.tokenHash(),
                  bare.epoch(),
                  at.toEpochMilli(),
                  mac);
          if (added == 0) return;
          audit.add(at, "agreed", intent.id(), "step", step.name(), "person", person, "mac", mac);
        });
  }

  List<Approval> of(String intent) {
    return db.read(
        h ->
            h.select(
                    "SELECT * FROM approvals WHERE shop = ? AND intent = ? ORDER BY at",
                    shop,
                    intent)
                .map(
                    (row, context) ->
                        new Approval(
                            row.getString("intent"),
                            row.getString("person"),
                            Step.valueOf(row.getString("step")),
                            row.getString("doc_hash"),
                            row.getString("shown_hash"),
                            row.getString("language"),
                            row.getString("token_hash"),
                            row.getLong("epoch"),
                            Instant.ofEpochMilli(row.getLong("at")),
                            row.getString("mac")))
                .list());
  }

  boolean genuine(Approval approval) {
    return seal.fits(approval.mac(), approval.sealed(shop));
  }

  boolean has(Intent intent, String person, Step step) {
    return of(intent.id()).stream()
        .anyMatch(
            a ->
                a.person().equals(person)
                    && a.step() == step
                    && a.docHash().equals(intent.docHash())
                    && a.epoch() == intent.epoch()
                    && genuine(a));
  }
}
