package shopcrew.bot.gate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.gate.Provider.Found;
import shopcrew.db.Money;

/// After books were restored: everything of ours that runs on a platform and that these books never
/// heard of is paused and told. Until every platform has answered once, nobody resumes.
final class Reconciling {
  static final String DONE = "reconciled";
  private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);

  private final Desk desk;
  private final Provider ads;
  private final Owners owners;

  Reconciling(Desk desk, Provider ads, Owners owners) {
    this.desk = desk;
    this.ads = ads;
    this.owners = owners;
  }

  /// Whether it is still to be done: the last restoring has no end in the chain.
  static boolean open(Desk desk) {
    return desk.state().frozen()
        && desk.db()
            .read(
                h ->
                    h.select(
                            """
                            SELECT event FROM gate_audit
                            WHERE shop = ? AND event IN ('restored', 'reconciled')
                            ORDER BY seq DESC LIMIT 1\
                            """,
                            desk.shop())
                        .mapTo(String.class)
                        .findOne()
                        .filter(Restored.EVENT::equals)
                        .isPresent());
  }

  void sweep() {
    if (!open(desk)) return;
    try {
      ads.running().forEach(this::look);
      desk.db().writing(h -> desk.audit().add(desk.clock().now(), DONE, null));
    } catch (RuntimeException e) {
      LOG.warn("Not reconciled yet: {}", e.toString());
    }
  }

  private void look(String tag, Found found) {
    boolean ours = tag.startsWith(Request.TAG);
    if (!ours || known(tag.substring(Request.TAG.length()))) return;
    ads.pause(found.id());
    desk.db()
        .writing(
            h -> {
              desk.audit().add(desk.clock().now(), "stray", null, "platform", found.id());
              var charged = Money.of(found.charged(), desk.currency());
              String key = charged.isPositive() ? "stray.spent" : "stray";
              owners.tellAll(key, "stray/" + found.id(), "tag", tag, "charged", charged);
            });
  }

  /// In the books of any shop of this database: one platform may serve several.
  private boolean known(String intent) {
    return desk.db()
        .read(
            h ->
                h.select("SELECT intent FROM spend_intents WHERE intent = ?", intent)
                    .mapTo(String.class)
                    .findOne()
                    .isPresent());
  }
}
