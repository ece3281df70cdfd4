package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Money;
import shopcrew.db.Outbox;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Outbox.Tone;
import shopcrew.db.People;

/// What the gate says, in each reader's language, once for each cause.
final class Notices {
  /// Where somebody reads.
  record Reader(String person, String conversation, String language, boolean approver) {}

  /// What takes a spend back, or never lets it happen.
  private static final Set<String> BACK =
      Set.of("button.no", "button.undo", "button.stop", "button.revoke");

  private final People people;
  private final Outbox outbox;
  private final Bundle words;
  private final Tokens tokens;

  Notices(People people, Outbox outbox, Bundle words, Tokens tokens) {
    this.people = people;
    this.outbox = outbox;
    this.words = words;
    this.tokens = tokens;
  }

  /// Every conversation of everybody who may say yes.
  List<Reader> approvers() {
    var readers = new ArrayList<Reader>();
    for (var person : people.approvers()) {
      for (String conversation : people.conversations(person.id())) {
        readers.add(new Reader(person.id(), conversation, person.language(), true));
      }
    }
    return readers;
  }

  /// How many may say yes.
  int owners() {
    return people.approvers().size();
  }

  List<People.Person> persons() {
    return people.approvers();
  }

  /// The approvers and whoever asked, each conversation once.
  List<Reader> concerned(String askedBy, String conversation) {
    Map<String, Reader> readers = new LinkedHashMap<>();
    for (var reader : approvers()) readers.put(reader.conversation(), reader);
    if (!conversation.isEmpty()) readers.putIfAbsent(conversation, reader(askedBy, conversation));
    return List.copyOf(readers.values());
  }

  Reader reader(String person, String conversation) {
    var found = people.find(person);
    boolean approver = people.approvers().stream().anyMatch(p -> p.id().equals(person));
    return new Reader(
        person,
        conversation,
        found.map(People.Person::language).orElseGet(this::language),
        approver);
  }

  /// An answer to this one message or tap.
  void answer(Reader reader, String key, Object... values) {
    answer(reader, List.of(), key, values);
  }

  void answer(Reader reader, List<Button> buttons, String key, Object... values) {
    if (reader.conversation().isEmpty()) return;
    String text = text(reader.language(), key, values);
    send(reader, "notice", text, buttons, "gate/answer/" + UUID.randomUUID());
  }

  /// What happened to a spend, told once to everybody concerned.
  void tell(Intent intent, String event, String key, Object... values) {
    tell(intent, event, reader -> List.of(), key, values);
  }

  void tell(
      Intent intent,
      String event,
      java.util.function.Function<Reader, List<Button>> buttons,
      String key,
      Object... values) {
    for (var reader : concerned(intent.askedBy(), intent.conversation())) {
      String text = text(reader.language(), key, values);
      send(reader, "notice", text, buttons.apply(reader), cause(intent, event));
    }
  }

  static String cause(Intent intent, String event) {
    return "gate/" + intent.id() + "/" + event;
  }

  /// The buttons mean something only under this line.
  void send(Reader reader, String kind, String text, List<Button> buttons, String cause) {
    long line = outbox.add(reader.conversation(), "gate", kind, text, buttons, cause, "", "");
    if (!buttons.isEmpty() && line > 0) tokens.bind(buttons, line);
  }

  Button button(Reader reader, String key, String token) {
    return new Button(
        words.say(reader.language(), key), token, BACK.contains(key) ? Tone.NO : Tone.PLAIN);
  }

  String text(String language, String key, Object... values) {
    var pairs = new Object[values.length];
    for (int i = 0; i < values.length; i++) pairs[i] = said(language, values[i]);
    return words.say(language, "say." + key, pairs);
  }

  String name(String person) {
    return people.name(person).orElse(person);
  }

  String names(List<String> persons) {
    return persons.stream().map(this::name).collect(Collectors.joining("、"));
  }

  boolean known(String person) {
    return people.find(person).isPresent();
  }

  boolean approver(String person) {
    return people.approvers().stream().anyMatch(p -> p.id().equals(person));
  }

  /// The truth about the money of a spend, in the reader's language.
  UnaryOperator<String> truth(Intent intent) {
    return language ->
        switch (intent.truth()) {
          case NONE -> words.say(language, "truth.none");
          case SPENT ->
              words.say(
                  language, "truth.spent", "charged", Cards.money(intent.charged(), language));
          case UNKNOWN -> words.say(language, "truth.unknown");
        };
  }

  /// A word of the gate's own, in the reader's language.
  UnaryOperator<String> word(String key) {
    return language -> words.say(language, key);
  }

  /// Something a card says of a document.
  UnaryOperator<String> of(SpendDoc doc, BiFunction<SpendDoc, String, String> part) {
    return language -> part.apply(doc, language);
  }

  private String language() {
    return people.approvers().stream().findFirst().map(People.Person::language).orElse("zh-CN");
  }

  private static Object said(String language, Object value) {
    return switch (value) {
      case Money money -> Cards.money(money, language);
      case UnaryOperator<?> words -> apply(words, language);
      default -> value;
    };
  }

  @SuppressWarnings("unchecked") // only words are passed here
  private static String apply(UnaryOperator<?> words, String language) {
    return ((UnaryOperator<String>) words).apply(language);
  }
}
