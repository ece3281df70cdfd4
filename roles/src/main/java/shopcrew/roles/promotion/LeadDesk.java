package shopcrew.roles.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopcrew.db.Lead;
import shopcrew.db.Store;
import shopcrew.prompts.Prompts;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Planted;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.DateRange;
import shopcrew.roles.words.Dates;
import shopcrew.roles.words.Normal;

/// Which enquiries are worth an answer first, and which are not from buyers at all. What senders
// wrote
/// is shown shortened and is never followed.
final class LeadDesk {
  private static final int MOST = 5;
  private static final int QUOTED = 60;
  private static final int MUCH = 100;

  private final Store store;
  private final Map<?, ?> terms = Prompts.terms("promotion/leads.yaml");
  private final Planted planted = new Planted();

  LeadDesk(Store store) {
    this.store = store;
  }

  Told worthAnswering(Turn turn, Voice voice) {
    LocalDate today = AsOf.of(store, turn.today()).day();
    Optional<DateRange> when = Dates.in(turn.text(), today);
    List<String> countries = countries(turn.text());
    List<Lead> asked =
        store.leads().all().stream()
            .filter(lead -> !hasWord("lost", lead.stage()))
            .filter(
                lead ->
                    when.isEmpty()
                        || lead.firstSeen() == null
                        || when.get().contains(lead.firstSeen()))
            .filter(lead -> countries.isEmpty() || countries.stream().anyMatch(c -> from(lead, c)))
            .toList();
    List<Lead> spam = asked.stream().filter(this::spam).toList();
    List<Lead> real =
        asked.stream()
            .filter(lead -> !spam.contains(lead))
            .sorted(
                Comparator.comparingInt((Lead lead) -> score(lead, today))
                    .reversed()
                    .thenComparing(Lead::id))
            .toList();
    if (asked.isEmpty()) {
      return Told.of(voice.say("no_leads"));
    }
    List<String> lines = new ArrayList<>();
    lines.add(voice.say("leads", "count", real.size(), "spam", spam.size()));
    real.stream().limit(MOST).forEach(lead -> lines.add(line(lead, voice)));
    if (!spam.isEmpty()) {
      lines.add(
          voice.say("spam", "ids", voice.list(spam.stream().limit(12).map(Lead::id).toList())));
    }
    return Told.of(String.join("\n", lines));
  }

  /// The enquiry that a text means: by id, by name or company, by quantity, by words of its letter.
  Optional<Lead> meant(String said) {
    String text = Normal.text(said);
    List<Lead> all = store.leads().all().stream().filter(lead -> !spam(lead)).toList();
    for (Lead lead : all) {
      if (text.matches(
          "(?s).*(?<![a-z0-9])"
              + java.util.regex.Pattern.quote(Normal.text(lead.id()))
              + "(?![a-z0-9]).*")) {
        return Optional.of(lead);
      }
    }
    List<Long> counts = Counts.in(text).stream().map(Count::value).toList();
    return all.stream()
        .filter(lead -> fit(lead, text, counts) >= 2)
        .max(
            Comparator.comparingInt((Lead lead) -> fit(lead, text, counts))
                .thenComparing(Lead::id));
  }

  List<String> countries(String said) {
    String text = Normal.text(said);
    List<String> found = new ArrayList<>();
    ((Map<?, ?>) words("countries", Map.of()))
        .forEach(
            (name, aliases) -> {
              if (((Collection<?>) aliases)
                  .stream().anyMatch(alias -> word(text, alias.toString()))) {
                found.add(name.toString());
              }
            });
    return found;
  }

  boolean spam(Lead lead) {
    return hasWord("spam", lead.message()) || planted.in(lead.message());
  }

  private int fit(Lead lead, String text, List<Long> counts) {
    Integer quantity = lead.estQty();
    int fit = quantity != null && counts.contains(quantity.longValue()) ? 2 : 0;
    for (String name : List.of(lead.name(), lead.company())) {
      String normal = Normal.text(name);
      fit += normal.length() >= 2 && text.contains(normal) ? 3 : 0;
      for (String part : normal.split("[\\s,.]+")) {
        fit += part.length() >= 4 && text.contains(part) ? 2 : 0;
      }
    }
    for (String country : countries(text)) {
      fit += from(lead, country) ? 1 : 0;
    }
    String letter = Normal.text(lead.message());
    for (int i = 0; i + 2 <= text.length() && fit < 8; i++) {
      boolean han = text.charAt(i) > 0x3000 && text.charAt(i + 1) > 0x3000;
      fit += han && i % 2 == 0 && letter.contains(text.substring(i, i + 2)) ? 1 : 0;
    }
    return fit;
  }

  private int score(Lead lead, LocalDate today) {
    int score = hasWord("new", lead.stage()) ? 4 : 0;
    Integer quantity = lead.estQty();
    score += quantity == null ? 0 : quantity >= MUCH ? 6 : quantity >= 20 ? 4 : 1;
    score += lead.interestSku().isEmpty() ? 0 : 2;
    score += hasWord("buying", lead.message()) ? 3 : 0;
    LocalDate seen = lead.lastContact() != null ? lead.lastContact() : lead.firstSeen();
    long days = seen == null ? 90 : today.toEpochDay() - seen.toEpochDay();
    return score + (days <= 7 ? 4 : days <= 30 ? 2 : 0);
  }

  private String line(Lead lead, Voice voice) {
    String who = lead.company().isEmpty() ? lead.name() : lead.name() + " · " + lead.company();
    String quantity =
        lead.estQty() == null ? voice.say("no_quantity") : String.valueOf(lead.estQty());
    String about = lead.interestSku().isEmpty() ? "–" : lead.interestSku();
    return voice.say(
        "lead",
        "id",
        lead.id(),
        "who",
        who,
        "country",
        lead.country(),
        "sku",
        about,
        "quantity",
        quantity,
        "message",
        Planted.quoted(lead.message(), QUOTED));
  }

  private boolean from(Lead lead, String country) {
    String where = Normal.text(lead.country());
    return Stream.concat(Stream.of(country), aliases(country))
        .anyMatch(name -> Normal.text(name).equals(where));
  }

  private Stream<String> aliases(String country) {
    Object aliases = ((Map<?, ?>) words("countries", Map.of())).get(country);
    return aliases instanceof Collection<?> names
        ? names.stream().map(Object::toString)
        : Stream.of();
  }

  private boolean hasWord(String list, String said) {
    String text = Normal.text(said);
    return ((Collection<?>) words(list, List.of()))
        .stream().anyMatch(term -> word(text, term.toString()));
  }

  private Object words(String key, Object none) {
    Object found = terms.get(key);
    return found == null ? none : found;
  }

  private static boolean word(String text, String term) {
    String normal = Normal.text(term);
    int at = text.indexOf(normal);
    if (at < 0 || normal.charAt(0) > 0x2ff) {
      return at >= 0;
    }
    for (; at >= 0; at = text.indexOf(normal, at + 1)) {
      int end = at + normal.length();
      boolean left = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean right =
          end == text.length()
              || !Character.isLetterOrDigit(text.charAt(end))
              || text.charAt(end) == 's';
      if (left && right) {
        return true;
      }
    }
    return false;
  }
}
