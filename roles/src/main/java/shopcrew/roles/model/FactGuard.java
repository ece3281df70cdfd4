package shopcrew.roles.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.roles.Told;

/// Reads what a model wrote before anybody else does. A number, a link or a promise that no tool of
/// this turn told is not sent: the tools' own words go out instead.
public final class FactGuard {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:/-]\\d+)*");
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)\\S+|\\b[\\w-]+\\.(?:com|cn|net|org|io|shop)\\b\\S*");
  private static final Pattern CHINESE_NUMBER = Pattern.compile("[一二三四五六七八九十百千万两半]+(?:折|元|块|天|%)");
  private static final Pattern CODE =
      Pattern.compile("\\b[\\p{Alpha}]{1,6}[-\\d][\\p{Alnum}-]{3,}\\b");
  private static final List<Pattern> PROMISES =
      List.of(
          Pattern.compile("免费|包邮|包退|全额|赔偿|补偿|保证|承诺|终身|打折|优惠|便宜|减免|成交|已(?:经)?退款|马上退"),
          Pattern.compile(
              "(?i)\\b(?:free|guarantee\\w*|promise\\w*|refund\\w*|compensat\\w*|discount\\w*|deal|lifetime|for"
                  + " sure|warrant\\w*)\\b"),
          Pattern.compile("🔒|花钱确认|(?i:spending check)|g1:"));

  /// The model's words if everything in them was told, else the tools' words.
  public Told check(String said, List<Told> told, String asked) {
    var facts = new ArrayList<Told.Fact>();
    told.forEach(words -> facts.addAll(words.facts()));
    String ours = told.stream().map(Told::say).collect(Collectors.joining("\n"));
    String basis =
        ours + "\n" + facts.stream().map(Told.Fact::value).collect(Collectors.joining("\n"));
    boolean trusted = !said.isBlank() && !told.isEmpty() && holds(said, basis, asked);
    return new Told(trusted ? said : ours, facts);
  }

  private static boolean holds(String said, String basis, String asked) {
    String text = plain(said);
    String known = plain(basis);
    Set<String> numbers = numbers(known);
    for (String code : found(CODE, plain(asked))) numbers.addAll(numbers(code));
    if (!numbers.containsAll(numbers(text))) return false;
    for (Pattern pattern : List.of(LINK, CHINESE_NUMBER)) {
      for (String piece : found(pattern, text)) if (!known.contains(piece)) return false;
    }
    for (Pattern promise : PROMISES) {
      for (String piece : found(promise, text)) if (!known.contains(piece)) return false;
    }
    return true;
  }

  private static Set<String> numbers(String text) {
    return found(NUMBER, text.replaceAll("(?<=\\d),(?=\\d{3})", "")).stream()
        .map(number -> number.replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", ""))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group()).toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
