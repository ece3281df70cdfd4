package shopcrew.roles.customerservice;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.prompts.Prompts;

/// Weighs what a line says against what was asked. What is asked and covered by nothing is not
/// known, however well the rest fits.
final class Evidence {
  private static final Map<?, ?> KIN = Prompts.terms("shared/kin.yaml");
  private static final double KINSHIP = 0.75;
  private static final double TITLE = 0.6;

  /// Under a heading such as warranty, a span of time is that of the warranty.
  private static final double TITLE_TIMED = 0.9;

  private static final Set<String> LASTING = Set.of("warranty", "delivery_time", "refund_time");
  private static final double FOREIGN_WORD = 0.3;
  private static final double OTHER_TONGUE = 1.2;
  private static final double OTHER_PRODUCT = 2.5;
  private static final double SAME_PRODUCT = 1.5;
  private static final double SAME_KIND = 0.8;
  private static final double HEAD = 0.35;
  private static final double MODIFIER = 0.25;

  /// Who asks how long wants a line that says how long.
  private static final double UNTIMED = 1.8;
  private static final double IDLE = 0.35;
  private static final Set<String> WIDE =
      Set.of("price", "surcharge", "size", "moq", "quality", "brand", "delivery_time", "place");
  private static final double ELSEWHERE = 0.2;
  private static final double ANOTHER = 0.5;
  private static final Pattern ANY_REMOTE =
      Pattern.compile("偏远|其[他它余]省|外省|全国|其他地区|remote|other provinces|elsewhere");
  private static final Set<String> CERTIFIED = Set.of("fda", "reach", "audit", "physical_store");
  private static final double UNASKED = 0.12;

  /// What a rule is only for; it gives way to the general rule where that was not asked.
  private static final Set<String> SCOPES =
      Set.of("wholesale", "wholesale_price", "sample", "dropship", "mixed");

  /// Where a rule only holds; it gives way where that place was not asked about.
  private static final Set<String> PLACES = Set.of("remote", "overseas", "hk_tw");

  private static final double SCOPED = 1.8;

  /// An exception for some goods gives way to the rule where those goods were not named.
  private static final double EXCEPTION = 1.2;
  private static final Pattern COUNTED =
      Pattern.compile(
          "[\\d一二两三四五六七八九十][只件个条片包袋格]一?(?:装|套)|set of \\d|pack of \\d|\\d+ ?(?:pieces|pcs|packs)");
  /// How a figure of the attribute looks where its name is not said.
  private static final Map<String, Pattern> SAID =
      Map.of(
          "age", Pattern.compile("岁|个月以上|\\d ?months|years old|from \\d+ years"),
          "height", Pattern.compile("高\\s?\\d|\\d ?cm (?:tall|high)"),
          "temperature", Pattern.compile("\\d\\s?(?:度|℃|°)|\\d ?degrees"),
          "width", Pattern.compile("宽\\s?\\d|\\d ?(?:厘米|cm)宽|\\d ?cm wide"),
          "length", Pattern.compile("长\\s?\\d|\\d ?(?:厘米|cm|米)长|\\d ?c?m long"),
          "depth", Pattern.compile("[深厚]\\s?\\d|\\d ?(?:厘米|cm)[厚深]|\\d ?cm (?:deep|thick)"));
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}\\s?[-~到至]");
  private static final Pattern DURATION =
      Pattern.compile(
          "\\d\\s?(?:个工作日|工作日|天|年|个月|小时|分钟|周|days?|years?|months?|hours?|weeks?|working)");
  static final Pattern AMOUNT = Pattern.compile("\\d\\s?(?:元|块|%|％)|cny ?\\d|usd ?\\d|[¥$]\\s?\\d");
  private static final Pattern FROM_COUNT =
      Pattern.compile("\\d+\\s?[件个份套只台箱].{0,3}起|\\bfrom \\d+ |\\d+ (?:pcs|pieces) (?:min|or more)");

  private final Shelf shelf;
  private final String language;

  /// The best line for a question.
  ///
  /// @param covered which part of what was asked it covers, 0 to 1
  record Pick(Line line, double covered, double score) {}

  Evidence(Shelf shelf, String language) {
    this.shelf = shelf;
    this.language = language;
  }

  /// @param skus the products that the question is about
  @Nullable Pick best(Collection<Line> lines, List<Term> terms, List<String> skus) {
    return best(lines, terms, skus, Set.of());
  }

  /// @param kinds the notions of the things that the question names
  @Nullable Pick best(
      Collection<Line> lines, List<Term> terms, List<String> skus, Set<String> kinds) {
    List<Asked> asked = terms.stream().map(term -> asked(term, terms)).toList();
    return lines.stream()
        .map(line -> weigh(line, asked, skus, kinds))
        .filter(pick -> pick.score > 0)
        .max(Comparator.comparingDouble(Pick::score))
        .orElse(null);
  }

  /// A term with what is the same for every line.
  ///
  /// @param counts whether it has to be covered
  /// @param tells whether it is a subject by its name; sums and spans of time belong to any subject
  /// @param idle whether it stands nowhere in the shop
  private record Asked(
      Term term,
      double weight,
      boolean modifies,
      boolean counts,
      boolean decides,
      boolean tells,
      boolean idle) {}

  private Asked asked(Term term, List<Term> terms) {
    boolean modifies = modifies(term, terms);
    boolean none = terms.stream().noneMatch(Term::required);
    return new Asked(
        term,
        weight(term) * (modifies ? MODIFIER : 1),
        modifies,
        !term.named() && (term.required() || none),
        !modifies && decides(term),
        term.notion() && term.required() && !WIDE.contains(term.key()),
        idle(term));
  }

  private Pick weigh(Line line, List<Asked> terms, List<String> skus, Set<String> kinds) {
    double score = 0;
    double asked = 0;
    double held = 0;
    boolean missed = false;
    // Words that no list knows ask little of their own where the line is about the subject itself.
    boolean about = terms.stream().anyMatch(it -> it.tells && heads(line, it.term));
    for (Asked it : terms) {
      Term term = it.term;
      double covers = covers(line, term);
      boolean idle = about && it.idle;
      score += it.weight * covers * (term.required() ? 1 : 0.4);
      double bonus = it.weight * HEAD * (term.required() ? 1 : 0.4);
      if (covers >= 1 && heads(line, term)) score += bonus;
      if (covers >= 1 && term.notion()) score += bonus * echoed(line, term);
      if (!it.counts) continue;
      asked += it.weight * (idle ? IDLE : 1);
      held += it.weight * covers * (idle ? IDLE : 1);
      missed |= covers < 0.3 && it.decides && !idle;
    }
    double covered = asked == 0 ? 0 : held / asked;
    if (missed) covered *= 0.5;
    boolean chinese = language.equals("zh");
    if (line.chinese() != chinese) score -= chinese ? 3 * OTHER_TONGUE : 2 * OTHER_TONGUE;
    for (String notion : line.notions()) {
      if (notion.indexOf(':') < 0 && !asks(terms, notion)) score -= UNASKED;
    }
    if (asks(terms, "duration") && !DURATION.matcher(line.normal()).find()) score -= UNTIMED;
    boolean ofKind = kinds.stream().anyMatch(kind -> line.has("goods:" + kind));
    if (ofKind) score += SAME_KIND;
    else if (line.excepts()) score -= EXCEPTION;
    for (String scope : SCOPES) {
      if (line.has(scope) && SCOPES.stream().noneMatch(n -> asks(terms, n))) {
        score -= SCOPED;
        break;
      }
    }
    for (String place : PLACES) {
      if (line.headNotions().contains(place) && !line.has("free_shipping") && !asks(terms, place)) {
        score -= asks(terms, "domestic") ? 2 * SCOPED : SCOPED;
        break;
      }
    }
    if (!line.skus().isEmpty() && !skus.isEmpty()) {
      score += line.skus().stream().anyMatch(skus::contains) ? SAME_PRODUCT : -OTHER_PRODUCT;
    }
    return new Pick(line, covered, score - line.text().length() * 0.002);
  }

  private static boolean asks(List<Asked> terms, String notion) {
    for (Asked it : terms) if (it.term.key().equals(notion)) return true;
    return false;
  }

  double weight(Term term) {
    double rare = Math.max(0.5, shelf.rarity(key(term)));
    if (term.notion()) return rare;
    boolean ours = language.equals("zh") || language.equals("en");
    boolean han = Reading.wordless(term.key().charAt(0));
    if (!ours && !term.proper()) return rare * FOREIGN_WORD;
    if (han && term.key().length() == 1) return rare * (shelf.known(term.key()) ? 0.45 : 0.1);
    return rare;
  }

  private String key(Term term) {
    boolean run = !term.notion() && Reading.wordless(term.key().charAt(0));
    return run && term.key().length() > 2 ? rarest(term.key()) : term.key();
  }

  private String rarest(String run) {
    String rarest = run.substring(0, 2);
    for (int i = 1; i + 1 < run.length(); i++) {
      String pair = run.substring(i, i + 2);
      if (shelf.rarity(pair) > shelf.rarity(rarest)) rarest = pair;
    }
    return rarest;
  }

  /// A word before a subject of the rules, such as pottery before class: the subject counts.
  private static boolean modifies(Term term, List<Term> terms) {
    if (term.notion() || term.proper()) return false;
    return terms.stream()
        .anyMatch(
            next ->
                next.notion()
                    && !Columns.isAttribute(next.key())
                    && !CERTIFIED.contains(next.key())
                    && next.required()
                    && next.start() - term.end() >= 0
                    && next.start() - term.end() <= 1);
  }

  /// A word that stands nowhere in the shop and names no part: beside an attribute it asks nothing
  /// of its own.
  boolean idle(Term term) {
    return !term.notion() && !term.proper() && !shelf.known(key(term)) && !Reading.isPart(term);
  }

  /// A name, or a word of the asker that stands nowhere in the shop.
  private boolean decides(Term term) {
    if (term.proper()) return true;
    boolean ours = language.equals("zh") || language.equals("en");
    return ours && !term.notion() && term.key().length() > 1 && !shelf.known(key(term));
  }

  /// How much of the very words of the question stands in the line: 无理由 of 七天无理由.
  private static double echoed(Line line, Term term) {
    String said = term.said();
    if (said(line, term)) return 1;
    if (said.length() < 2 || !Reading.wordless(said.charAt(0))) return 0;
    int echoed = 0;
    for (int i = 0; i + 1 < said.length(); i++) {
      if (line.normal().contains(said.substring(i, i + 2))) echoed++;
    }
    return echoed / (said.length() - 1.0);
  }

  /// In the very words of the question: CE, not FDA, though both are marks of other countries.
  private static boolean said(Line line, Term term) {
    return term.said().length() > 1 && line.normal().contains(term.said());
  }

  private static boolean heads(Line line, Term term) {
    return term.notion()
        ? line.headNotions().contains(term.key())
        : line.head().contains(term.key());
  }

  double covers(Line line, Term term) {
    boolean asItStands =
        term.notion() && !CERTIFIED.contains(term.key()) && !term.key().equals("remote");
    if (asItStands && line.has(term.key()) && !term.key().equals("domestic")) return 1;
    if (term.key().equals("price") && AMOUNT.matcher(line.normal()).find()) return 0.9;
    if (term.key().equals("duration")) return DURATION.matcher(line.normal()).find() ? 1 : 0;
    if (term.key().equals("set_count") && COUNTED.matcher(line.normal()).find()) return 0.9;
    Pattern said = SAID.get(term.key());
    if (said != null && said.matcher(line.normal()).find()) return 0.9;
    if (term.key().equals("hours") && CLOCK.matcher(line.normal()).find()) return 0.9;
    if (term.key().equals("moq") && FROM_COUNT.matcher(line.normal()).find()) return 0.9;
    if (term.key().equals("domestic")) return said(line, term) ? 1 : 0;
    if (CERTIFIED.contains(term.key()) && !term.said().isEmpty() && line.has(term.key())) {
      return said(line, term) ? 1 : ANOTHER;
    }
    if (term.key().equals("remote") && !term.said().isEmpty()) {
      return said(line, term) || ANY_REMOTE.matcher(line.normal()).find() ? 1 : ELSEWHERE;
    }
    if (term.notion()) return notion(line, term.key());
    String word = term.key();
    if (Reading.wordless(word.charAt(0))) return run(line.normal(), word);
    if (line.stems().contains(word)) return 1;
    if (word.length() < 5) return 0;
    String root = word.substring(0, 5);
    return line.stems().stream().anyMatch(stem -> stem.startsWith(root)) ? 0.8 : 0;
  }

  private static double notion(Line line, String notion) {
    Set<String> has = line.notions();
    if (has.contains(notion)) return 1;
    if (Columns.also(notion).stream().anyMatch(has::contains)) return 0.9;
    if (KIN.get(notion) instanceof Collection<?> kin && kin.stream().anyMatch(has::contains)) {
      return KINSHIP;
    }
    boolean lasts = LASTING.contains(notion) && DURATION.matcher(line.normal()).find();
    return has.contains("title:" + notion) ? lasts ? TITLE_TIMED : TITLE : 0;
  }

  /// 防倒带 for 防倾倒固定带: all characters in their order, close together.
  private static boolean shortened(String normal, String run) {
    if (run.length() < 3) return false;
    for (int from = normal.indexOf(run.charAt(0));
        from >= 0;
        from = normal.indexOf(run.charAt(0), from + 1)) {
      int at = from;
      for (int i = 1; i < run.length() && at >= 0; i++) at = normal.indexOf(run.charAt(i), at + 1);
      if (at >= 0 && at - from <= 2 * run.length()) return true;
    }
    return false;
  }

  private static double run(String normal, String run) {
    if (normal.contains(run)) return 1;
    if (run.length() == 1) return 0;
    // 躺平 and 平躺, 折叠收 and 收折叠: two characters say the same in either order.
    if (run.length() == 2 && normal.contains("" + run.charAt(1) + run.charAt(0))) return 0.9;
    int held = 0;
    for (int i = 0; i + 1 < run.length(); i++) {
      if (normal.contains(run.substring(i, i + 2))) held++;
    }
    if (shortened(normal, run)) return 0.8;
    if (held > 0) return held / (run.length() - 1.0);
    long single = run.chars().filter(c -> normal.indexOf(c) >= 0).count();
    return 0.35 * single / run.length();
  }
}
