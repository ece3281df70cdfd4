package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Contacts;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Promises.Promise;
import shopcrew.roles.Told;
import shopcrew.roles.books.Planted;
import shopcrew.roles.words.Moments;
import shopcrew.roles.words.Promised;

/// Keeps what a person of the shop has promised a customer: it is written down when it is said,
/// ticked off by a tap, and asked about once when its time is over.
public final class PromiseBook {
  private static final Pattern TAP = Pattern.compile("promise:(\\d{1,9}):(kept|none)");
  private static final Pattern SOURCE = Pattern.compile("promises#(\\d{1,9})");
  private static final Duration GRACE = Duration.ofMinutes(30);
  private static final int EARLIEST = 8;
  private static final int LATEST = 21;
  private static final int MOST_TICKS = 3;
  private static final int LONGEST_NAME = 40;
  private static final Bundle WORDS = new Bundle("handover");

  private final Rooms rooms;
  private final InstantSource clock;
  private final ZoneId zone;

  PromiseBook(Rooms rooms, InstantSource clock, ZoneId zone) {
    this.rooms = rooms;
    this.clock = clock;
    this.zone = zone;
  }

  /// Somebody of the shop has said that to a customer.
  ///
  /// @param by a person, or [Contacts#APP]
  void hear(Conversation customer, String by, String text) {
    Instant now = clock.instant();
    for (Promised promised : Promised.in(text, now, zone)) {
      if (written(customer, promised)) continue;
      int number = rooms.promises().add(customer, by, promised.words(), now, promised.due());
      rooms
          .promises()
          .find(number)
          .ifPresent(promise -> tell(promise, "promise.noted", "promise:"));
    }
  }

  /// What a platform brings twice is promised once.
  private boolean written(Conversation customer, Promised promised) {
    return rooms.promises().open().stream()
        .filter(one -> one.conversation().equals(customer.id()))
        .anyMatch(one -> one.words().equals(promised.words()));
  }

  /// True if the tapped button was one of a promise.
  boolean tap(Conversation in, String token, long seq) {
    Matcher tap = TAP.matcher(token);
    if (!tap.matches()) return false;
    int number = Integer.parseInt(tap.group(1));
    boolean kept = tap.group(2).equals("kept");
    String key =
        !rooms.promises().close(number, kept)
            ? "promise.was"
            : kept ? "promise.kept" : "promise.dropped";
    String text = WORDS.say(in.language(), key, "number", number);
    rooms.outbox().add(in.id(), "service", text, List.of(), "in:" + seq);
    return true;
  }

  /// Asks about what should be done by now; not at night.
  void tick() {
    Instant now = clock.instant();
    int hour = now.atZone(zone).getHour();
    if (hour < EARLIEST || hour >= LATEST) return;
    rooms
        .database()
        .writing(
            _ -> {
              for (Promise late : rooms.promises().toAskAbout(now.minus(GRACE))) {
                tell(late, "promise.late", "late:");
              }
            });
  }

  /// A tap for each promise that an answer names.
  public static List<Button> ticks(String language, Told told) {
    return told.facts().stream()
        .map(fact -> SOURCE.matcher(fact.source()))
        .filter(Matcher::matches)
        .limit(MOST_TICKS)
        .map(promise -> kept(language, Integer.parseInt(promise.group(1))))
        .toList();
  }

  private static Button kept(String language, int number) {
    return new Button(
        WORDS.say(language, "promise.tick", "number", number), "promise:" + number + ":kept");
  }

  /// The one who has promised; all owners, if it was said in the platform's own app.
  private void tell(Promise promise, String key, String cause) {
    List<Conversation> readers =
        promise.person().equals(Contacts.APP)
            ? rooms.owners()
            : rooms.people().conversations(promise.person()).stream()
                .flatMap(id -> rooms.conversations().find(id).stream())
                .toList();
    for (Conversation to : readers) {
      String language = to.language();
      String name =
          promise.name().isEmpty()
              ? WORDS.say(language, "promise.somebody")
              : Planted.quoted(promise.name(), LONGEST_NAME);
      String text =
          WORDS.say(
              language,
              key,
              "number",
              promise.number(),
              "name",
              name,
              "words",
              promise.words(),
              "due",
              Moments.say(promise.due(), zone, language));
      List<Button> buttons =
          List.of(
              kept(language, promise.number()),
              new Button(
                  WORDS.say(language, "promise.none"), "promise:" + promise.number() + ":none"));
      rooms
          .outbox()
          .notice(to.id(), "service", Gate.unmarked(text), buttons, cause + promise.number());
    }
  }
}
