package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Arrivals;
import shopcrew.bot.channel.Tokens;
import shopcrew.bot.gate.Gate;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Hashes;
import shopcrew.db.Inbox.Item;
import shopcrew.roles.Message;
import shopcrew.roles.words.Language;

/// Where everything arrives: it is stored, once, before anybody acts on it, and then given on in
/// the order of its conversation.
public final class Reception implements Arrivals {
  private static final int LONGEST = Router.LONGEST + 1; // so that "too long" is still seen
  private static final int MOST_KEYS = 1_000;
  private static final String AD = "ad:";
  /// So long an answer costs nothing after an ad that opened the chat.
  private static final Duration AFTER_AD = Duration.ofHours(72);
  private static final Runnable NOTHING = () -> {};
  private static final Pattern PAIRING =
      Pattern.compile("(?:配对|PAIR)\\s+([\\w-]{16,64})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\s*#?(\\d{1,2})[.、]?\\s*");

  private final Rooms rooms;
  private final Gate gate;
  private final Router router;
  private final Beside beside;
  private final InstantSource clock;
  private final Set<String> digits =
      Collections.newSetFromMap(Collections.synchronizedMap(new Few()));

  Reception(Rooms rooms, Gate gate, Router router, Beside beside, InstantSource clock) {
    this.rooms = rooms;
    this.gate = gate;
    this.router = router;
    this.beside = beside;
    this.clock = clock;
  }

  /// Stores what arrived. False if the channel had brought it before.
  public boolean receive(String conversation, String key, Message message) {
    Conversation in = rooms.conversations().find(conversation).orElseThrow();
    Runnable next =
        rooms
            .database()
            .write(
                _ ->
                    switch (message) {
                      case Message.Text text -> words(in, key, text.text(), clock.instant());
                      case Message.Tap tap ->
                          tap(in, key, tap.line(), tap.token(), tap.button(), clock.instant());
                      case Message.Media media -> {
                        var item =
                            new Item(
                                key,
                                media.kind(),
                                media.caption(),
                                media.name(),
                                media.content(),
                                "");
                        yield store(in, item, clock.instant());
                      }
                    });
    next.run();
    return next != NOTHING;
  }

  @Override
  public void take(List<Arrival> arrivals) {
    List<Runnable> next = rooms.database().write(_ -> arrivals.stream().map(this::one).toList());
    next.forEach(Runnable::run);
  }

  private Runnable one(Arrival arrival) {
    Instant now = clock.instant();
    Instant at = arrival.at().isAfter(now) ? now : arrival.at();
    if (arrival.body() instanceof Arrival.Progress progress) {
      beside.progress(arrival, progress);
      return NOTHING;
    }
    Conversation in = member(conversation(arrival));
    if (in.person() == null && in.address().indexOf('/') >= 0) return NOTHING;
    String key = arrival.key();
    return switch (arrival.body()) {
      case Arrival.Words(String text) -> words(in, key, text, at);
      case Arrival.Tapped tapped -> {
        Line under = rooms.sent().line(in.id(), tapped.under()).orElse(null);
        String token = Tokens.of(tapped.data(), under);
        yield tap(in, key, under == null ? 0 : under.seq(), token, tapped.label(), at);
      }
      case Arrival.Medium medium ->
          store(
              in,
              new Item(key, medium.kind(), medium.caption(), medium.name(), "", medium.file()),
              at);
      case Arrival.Entered(String code) when code.startsWith(AD) -> {
        rooms.contacts().freeUntil(in.id(), at.plus(AFTER_AD));
        yield NOTHING;
      }
      case Arrival.Entered(String code) -> entered(in, key, code, at);
      case Arrival.Edited(String before, String text) ->
          rooms.inbox().edit(in.id(), before, kept(in, text)) ? NOTHING : words(in, key, text, at);
      case Arrival.Deleted(String before) -> {
        rooms.inbox().delete(in.id(), before);
        yield NOTHING;
      }
      case Arrival.Echo(String text) -> {
        beside.echo(in, key, text, at);
        yield NOTHING;
      }
      case Arrival.Marketing(boolean wanted) -> {
        beside.marketing(in, wanted);
        yield NOTHING;
      }
      case Arrival.Reachable(boolean is) -> {
        rooms.contacts().reachable(in.id(), is);
        yield NOTHING;
      }
      case Arrival.Progress _ -> NOTHING;
    };
  }

  private Runnable words(Conversation in, String key, String text, Instant at) {
    Matcher pairing = PAIRING.matcher(text.strip());
    if (pairing.matches()) return entered(in, key, pairing.group(1), at);
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      Line asked = rooms.sent().numbered(in.id()).orElse(null);
      int nth = Integer.parseInt(number.group(1));
      if (asked != null && nth >= 1 && nth <= asked.buttons().size()) {
        var button = asked.buttons().get(nth - 1);
        return tap(in, key, asked.seq(), button.token(), button.label(), at);
      }
    }
    return store(in, new Item(key, "text", kept(in, text), "", "", ""), at);
  }

  /// A digit of a PIN is stored nowhere, and the same tap counts once.
  private Runnable tap(
      Conversation in, String key, long line, String token, String label, Instant at) {
    if (!gate.keypad(token)) {
      return store(in, new Item(key, "tap", label, token, String.valueOf(line), ""), at);
    }
    String person = in.person();
    if (person == null || !digits.add(in.id() + "/" + key)) return NOTHING;
    return () -> router.pressed(in.id(), person, line, token);
  }

  /// The code is worth something: only its hash is kept.
  private Runnable entered(Conversation in, String key, String code, Instant at) {
    return store(in, new Item(key, "enter", "", Hashes.sha256(code), "", ""), at);
  }

  private Runnable store(Conversation in, Item item, Instant at) {
    var cut =
        new Item(
            item.key(),
            item.kind(),
            cut(item.text()),
            cut(item.token()),
            cut(item.content()),
            item.outer());
    OptionalLong seq = rooms.inbox().take(in.id(), cut, at);
    return seq.isEmpty() ? NOTHING : () -> router.takesUp(in.id(), seq.getAsLong());
  }

  /// What looks like a PIN in the chat is not kept.
  private String kept(Conversation in, String text) {
    String person = in.person();
    return person != null && gate.secret(person, in.id(), text) ? Gate.HIDDEN : text;
  }

  /// The conversation of that address, begun now if it is new. One whom we knew by the number alone
  /// keeps the conversation when the platform gives a lasting address.
  private Conversation conversation(Arrival arrival) {
    String phone = arrival.phone();
    var known =
        rooms
            .conversations()
            .at(arrival.channel(), arrival.address())
            .or(
                () ->
                    Stream.ofNullable(phone)
                        .flatMap(p -> rooms.conversations().at(arrival.channel(), p).stream())
                        .filter(c -> rooms.contacts().moved(c.id(), arrival.address()))
                        .findFirst());
    Conversation in = known.orElseGet(() -> opened(arrival));
    boolean same =
        (arrival.name().isEmpty() || arrival.name().equals(in.name()))
            && (phone == null || Objects.equals(phone, in.phone()));
    if (!same) {
      rooms.contacts().known(in.id(), cut(arrival.name()), phone);
    }
    return in;
  }

  private Conversation opened(Arrival arrival) {
    Language heard =
        arrival.body() instanceof Arrival.Words(String text) ? Language.of(text) : Language.UNKNOWN;
    String app = arrival.language();
    boolean foreign = heard == Language.UNKNOWN && !app.isEmpty() && !app.startsWith("zh");
    return rooms
        .conversations()
        .open(
            arrival.channel(),
            arrival.address(),
            null,
            heard == Language.EN || foreign ? "en" : "zh",
            clock.instant());
  }

  /// In a group everybody has a conversation of his own, `group/sender`, and is who he is when he
  /// writes to us alone. Anybody else in a group is not listened to.
  private Conversation member(Conversation in) {
    int slash = in.address().indexOf('/');
    if (slash < 0 || in.person() != null) return in;
    rooms
        .conversations()
        .at(in.channel(), in.address().substring(slash + 1))
        .map(Conversation::person)
        .ifPresent(person -> rooms.contacts().belongs(in.id(), person, true));
    return rooms.conversations().find(in.id()).orElseThrow();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /// The newest keys of a channel.
  private static final class Few extends LinkedHashMap<String, Boolean> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST_KEYS;
    }
  }
}
