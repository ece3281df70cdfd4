package shopcrew.bot.log;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes out of a text what nobody may read in a log: keys and tokens, card numbers, PINs; phone
/// numbers are shortened. What is unsure is taken out too: a log is for faults, not for customers.
public final class Redaction {
  private static final String GONE = "…";
  private static final int SHORTEST_SECRET = 6;
  private static final AtomicReference<List<String>> HIDDEN = new AtomicReference<>(List.of());

  /// Keys and tokens by their shape, wherever they stand.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:(?<=bot)|\\b)\\d{3,20}:[A-Za-z0-9_-]{20,200}" // Telegram's
              + "|(?<=/bot)[^/\\s]{1,300}(?=/)"
              + "|\\bEAA[A-Za-z0-9]{12,600}" // WhatsApp's
              + "|\\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{8,300}"
              + "|\\beyJ[A-Za-z0-9_.-]{16,2000}"
              + "|\\b[0-9a-fA-F]{32}\\b"); // an app secret, a session

  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic)(\\s{1,4})[A-Za-z0-9._~+/=:-]{4,2000}");

  /// What a name introduces as secret: `access_token=…`, `"app_secret":"…"`, `密码：…`.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)([A-Za-z_-]{0,40}(?:token|secret|password|passwd|api[_-]?key|apikey|appsecret_proof"
              + "|signature)\"?\\s{0,3}[:=]\\s{0,3}\"?|(?:pair\\?|[?&])(?:code|key)="
              + "|(?:密码|口令|恢复码|验证码|配对码)\\s{0,3}(?:[:：=]|是|为)\\s{0,3})"
              + "([^\\s\"'&,;}<>)…，。；]{2,2000})");

  /// Digits close behind a word for a PIN.
  private static final Pattern PIN =
      Pattern.compile(
          "(?i)(\\b(?:pin|passcode|password|otp|cvv|cvc|code)\\b|密码|口令|验证码|校验码|安全码|恢复码)"
              + "([^\\d\\n]{0,12})(\\d[\\d -]{1,12}\\d)(?!\\d)");

  private static final Pattern CARD =
      Pattern.compile("(?<![\\d.])[2-6](?:[ -]?\\d){12,18}(?![\\d])");

  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w.+-])(\\+\\d{1,3}[ -]?\\(?\\d(?:[ ()-]{0,2}\\d){5,12}|\\d{10,15}|1[3-9]\\d["
              + " -]\\d{4}[ -]\\d{4})(?![\\w-])");

  /// A time in milliseconds has thirteen digits, as many phone numbers have.
  private static final Pattern MILLIS = Pattern.compile("1[67]\\d{11}");

  private Redaction() {}

  /// From now on these are left out wherever they stand, whatever they look like.
  public static void hide(Set<String> secrets) {
    HIDDEN.set(
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST_SECRET)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  public static String of(String text) {
    String clean = text;
    for (String secret : HIDDEN.get()) clean = clean.replace(secret, GONE);
    clean = TOKEN.matcher(clean).replaceAll(GONE);
    clean = BEARER.matcher(clean).replaceAll("$1$2" + GONE);
    clean = NAMED.matcher(clean).replaceAll("$1" + GONE);
    clean = PIN.matcher(clean).replaceAll("$1$2" + GONE);
    clean = CARD.matcher(clean).replaceAll(Redaction::card);
    return PHONE.matcher(clean).replaceAll(Redaction::phone);
  }

  private static String card(MatchResult found) {
    return isCard(found.group().replaceAll("\\D", "")) ? GONE : found.group();
  }

  private static boolean isCard(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = i % 2 == 0 ? digit : digit * 2;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }

  private static String phone(MatchResult found) {
    String written = found.group();
    if (MILLIS.matcher(written).matches()) return written;
    String digits = written.replaceAll("\\D", "");
    String start = written.startsWith("+") ? "+" : "";
    return start + digits.substring(0, 2) + GONE + digits.substring(digits.length() - 2);
  }
}
