package shopcrew.db.imports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ad results by plan and day; a plan is made of its newest row.
final class AdFile {

  private AdFile() {}

  static void take(Run run, Sheet sheet) throws ImportRefused {
    var reader = new Reader(run, sheet, "ad_days");
    reader.tellUnused();
    var entries = reader.entries();
    var newest = new LinkedHashMap<String, Entry>();
    for (var entry : entries) {
      newest.merge(
          plan(entry), entry, (a, b) -> a.text("day").compareTo(b.text("day")) <= 0 ? b : a);
    }
    newest.remove("");
    var plans = new Upsert(run, "ad_campaigns", "id");
    newest.forEach((id, entry) -> plans.put(campaign(id, entry), Map.of("state", "running")));
    plans.flush();
    var table = new Upsert(run, "ad_days", "campaign_id", "day");
    var tally = new Tally();
    var seen = new HashSet<String>();
    for (var entry : entries) {
      var id = plan(entry);
      if (id.isEmpty()) {
        reader.fault(entry, "campaign_id", "cell.missing", true);
      } else if (!seen.add(id + "\n" + entry.text("day"))) {
        reader.fault(entry, "day", "row.twice", true, id + " " + entry.text("day"));
      } else {
        tally.add(table.put(day(run, id, entry), Map.of()));
      }
    }
    table.flush();
    run.results().add(tally.of(sheet.file()));
  }

  private static String plan(Entry entry) {
    var id = entry.text("campaign_id");
    return id.isEmpty() ? entry.text("campaign_name") : id;
  }

  private static Map<String, @Nullable Object> campaign(String id, Entry entry) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("id", id);
    row.put("name", entry.text("campaign_name").isEmpty() ? id : entry.text("campaign_name"));
    row.put("platform", entry.text("platform"));
    row.put("target_sku", entry.text("target_sku"));
    return row;
  }

  private static Map<String, @Nullable Object> day(Run run, String id, Entry entry) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("campaign_id", id);
    row.put("day", entry.text("day"));
    row.put("currency", run.currency());
    for (var field : new String[] {"impressions", "clicks", "cost", "orders", "revenue"}) {
      row.put(field, entry.numberOr(field, 0));
    }
    return row;
  }
}
