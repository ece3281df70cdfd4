package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Edits.Rest;
import shopcrew.db.Edits.Statement;
import shopcrew.db.Knowledge.Line;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Normal;

/// Which lines say something else about the same: another number of the same unit, or yes where the
/// other says no. What one line says in several pieces is compared piece by piece.
public final class Conflicts {
  private static final int MOST = 6;
  private static final int LONGEST_HEAD = 12;
  private static final int SHORTEST_REST = 4;

  /// What a statement is only for. Statements for different things do not contradict each other.
  private static final Set<String> SCOPES =
      Set.of(
          "remote",
          "overseas",
          "hk_tw",
          "wholesale",
          "wholesale_price",
          "sample",
          "mixed",
          "dropship",
          "customize",
          "logo",
          "plate_fee",
          "custom_color",
          "mould",
          "workshop",
          "visit",
          "damage",
          "missing",
          "quality",
          "refund_time",
          "return_fee",
          "special_invoice",
          "tax",
          "deposit",
          "paypal",
          "sunday",
          "saturday",
          "monday",
          "spring_festival",
          "new_year",
          "national_day");

  /// A sum or a time for such a place is its subject, whatever it is called.
  private static final Set<String> PLACES = Set.of("remote", "overseas", "hk_tw");

  private static final Set<String> NO_SUBJECT =
      Set.of("domestic", "workday", "photo", "place", "duration");
  private static final Pattern SENTENCES = Pattern.compile("(?<=[。！!；;])|(?<=[.])(?=\\s|$)");
  private static final Pattern CLAUSES = Pattern.compile("(?<=[，,])(?!\\d)");
  private static final Pattern HEAD = Pattern.compile("^[^:：，,。]{1,12}[:：]");
  private static final Pattern NO =
      Pattern.compile(
          "不(?:能|可以|支持|接受|做|退|换|发|收|提供|包|开|让|寄|接|参加|再|行|得)|没有|无法|停止|取消"
              + "|\\bnot\\b|n't\\b|\\bno\\b(?!-)|\\bnever\\b|\\bcannot\\b|no longer");

  /// One statement of a line, taken apart.
  private record Claim(
      Set<String> topics,
      Set<String> scopes,
      Set<String> goods,
      Map<String, Set<BigDecimal>> figures,
      boolean no) {}

  private record Piece(String text, Claim claim) {}

  private record Known(Line line, List<Piece> pieces) {}

  /// A line that says something else.
  ///
  /// @param rest what it still says without the contradiction, or empty
  public record Clash(Line line, String rest) {

    /// What the line still says beside the new one, and what it says again before and after it
    /// where the new one holds for some days only.
    public List<Rest> rests(Statement with) {
      LocalDate from = with.from();
      LocalDate until = with.until();
      var rests = new ArrayList<Rest>();
      if (from != null) rests.add(new Rest(line, line.text(), line.from(), from.minusDays(1)));
      if (!rest.isEmpty()) {
        rests.add(
            new Rest(
                line,
                rest,
                from == null ? line.from() : from,
                until == null ? line.until() : until));
      }
      LocalDate end = line.until();
      if (until != null && (end == null || end.isAfter(until))) {
        rests.add(new Rest(line, line.text(), until.plusDays(1), end));
      }
      return rests;
    }
  }

  private final List<Known> known = new ArrayList<>();

  /// Which of them speak of a subject, by their places in the list.
  private final Map<String, List<Integer>> about = new HashMap<>();

  public Conflicts(List<Line> lines) {
    lines.forEach(this::add);
  }

  /// One more line to compare with.
  public void add(Line line) {
    var pieces = new ArrayList<>(pieces(line.text()));
    if (!line.other().isEmpty()) pieces.addAll(pieces(line.other()));
    var subjects = new HashSet<String>();
    for (Piece piece : pieces) subjects.addAll(subjects(piece.claim));
    for (String subject : subjects) {
      about.computeIfAbsent(subject, s -> new ArrayList<>()).add(known.size());
    }
    known.add(new Known(line, pieces));
  }

  private static Set<String> subjects(Claim claim) {
    var subjects = new HashSet<>(claim.topics);
    subjects.addAll(claim.scopes);
    return subjects;
  }

  public List<Clash> with(String said) {
    List<Piece> pieces = pieces(said);
    var near = new TreeSet<Integer>();
    for (Piece mine : pieces) {
      for (String subject : subjects(mine.claim))
        near.addAll(about.getOrDefault(subject, List.of()));
    }
    var clashes = new ArrayList<Clash>();
    for (int at : near) {
      Known one = known.get(at);
      if (clashes.size() == MOST) break;
      var gone = new HashSet<Piece>();
      for (Piece mine : pieces) {
        for (Piece theirs : one.pieces) if (clash(mine.claim, theirs.claim)) gone.add(theirs);
      }
      if (gone.isEmpty()) continue;
      List<Piece> own = pieces(one.line.text());
      clashes.add(new Clash(one.line, rest(own, gone)));
    }
    return clashes;
  }

  private static boolean clash(Claim a, Claim b) {
    boolean scoped =
        a.scopes.isEmpty() ? b.scopes.isEmpty() : !Collections.disjoint(a.scopes, b.scopes);
    boolean goods = a.goods.isEmpty() ? b.goods.isEmpty() : !Collections.disjoint(a.goods, b.goods);
    if (!scoped || !goods) return false;
    boolean shared = !Collections.disjoint(a.topics, b.topics);
    boolean alone = !a.scopes.isEmpty() && a.topics.isEmpty() && b.topics.isEmpty();
    boolean place =
        a.scopes.stream().anyMatch(scope -> PLACES.contains(scope) && b.scopes.contains(scope));
    if (shared || alone || place) {
      for (var figure : a.figures.entrySet()) {
        Set<BigDecimal> theirs = b.figures.get(figure.getKey());
        if (theirs != null && !theirs.containsAll(figure.getValue())) return true;
      }
    }
    boolean same = a.topics.containsAll(b.topics) || b.topics.containsAll(a.topics);
    return shared && same && a.no != b.no && (a.figures.isEmpty() || b.figures.isEmpty());
  }

  /// The line without the pieces that are contradicted, and without what repeats their figures.
  private static String rest(List<Piece> pieces, Set<Piece> gone) {
    var rest = new StringBuilder();
    String head = "";
    for (Piece piece : pieces) {
      if (gone.contains(piece) || repeats(piece, gone)) {
        Matcher cut = HEAD.matcher(piece.text.strip());
        if (cut.find()) head = cut.group();
      } else {
        rest.append(piece.text);
      }
    }
    String left = rest.toString().strip().replaceFirst("[，,；;]$", "");
    if (left.length() < SHORTEST_REST) return "";
    return HEAD.matcher(left).find() ? left : head + left;
  }

  private static boolean repeats(Piece piece, Set<Piece> gone) {
    return gone.stream()
        .anyMatch(
            other ->
                other.claim.figures.entrySet().stream()
                    .anyMatch(
                        figure ->
                            !Collections.disjoint(
                                    figure.getValue(),
                                    piece.claim.figures.getOrDefault(figure.getKey(), Set.of()))
                                && other.claim.scopes.equals(piece.claim.scopes)));
  }

  private static List<Piece> pieces(String text) {
    Matcher named = HEAD.matcher(text);
    String head = named.find() && named.group().length() <= LONGEST_HEAD + 1 ? named.group() : "";
    var pieces = new ArrayList<Piece>();
    for (String sentence : SENTENCES.split(text)) {
      boolean chinese = Shelf.chinese(sentence);
      for (String piece : chinese ? CLAUSES.split(sentence) : new String[] {sentence}) {
        if (!piece.isBlank()) pieces.add(new Piece(piece, claim(piece, head)));
      }
    }
    return pieces;
  }

  private static Claim claim(String piece, String head) {
    String normal = Normal.text(piece);
    Set<String> own = Reading.notions(normal);
    Set<String> above = head.isEmpty() ? Set.of() : Reading.notions(Normal.text(head));
    var topics = new LinkedHashSet<>(own);
    topics.removeAll(SCOPES);
    topics.removeAll(NO_SUBJECT);
    if (topics.isEmpty()) topics.addAll(above);
    topics.removeAll(SCOPES);
    var scopes = new LinkedHashSet<>(own);
    scopes.addAll(above);
    scopes.retainAll(SCOPES);
    var goods = new LinkedHashSet<String>();
    for (Lexicon.Span span : Lexicon.GOODS.spans(normal)) {
      // One character is as often a part of another word: 单笔 is no pen.
      if (span.end() - span.start() > 1) goods.add(span.notion());
    }
    goods.removeAll(Reading.LOOKS);
    return new Claim(topics, scopes, goods, Figures.in(piece), NO.matcher(normal).find());
  }
}
