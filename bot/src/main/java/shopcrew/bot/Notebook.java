package shopcrew.bot;

import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Edits;
import shopcrew.db.Edits.Edit;
import shopcrew.db.Edits.State;
import shopcrew.db.Outbox.Button;
import shopcrew.db.People.Kind;

/// The taps under what the owners taught: it counts after one, and one takes it back within a day.
final class Notebook {
  private static final Pattern TAP = Pattern.compile("edit:(\\d{1,9}):(yes|both|no|undo)");

  private final Rooms rooms;
  private final Edits edits;
  private final InstantSource clock;
  private final Bundle words = new Bundle("bot");

  Notebook(Rooms rooms, Edits edits, InstantSource clock) {
    this.rooms = rooms;
    this.edits = edits;
    this.clock = clock;
  }

  /// What can be tapped under it.
  List<Button> buttons(String language, int number) {
    Edit edit = edits.find(number).orElse(null);
    if (edit == null) return List.of();
    Stream<String> taps =
        switch (edit.state()) {
          case COUNTS -> Stream.of("undo");
          case ASKED ->
              edit.clashes().isEmpty()
                  ? Stream.of("yes", "no")
                  : Stream.of("replace", "both", "no");
          case UNDONE -> Stream.of();
        };
    return taps.map(
            tap -> {
              String does = tap.equals("replace") ? "yes" : tap;
              String label = words.say(language, "edit." + tap);
              return new Button(label, "edit:" + number + ":" + does);
            })
        .toList();
  }

  /// True if the tapped button was one of a edit.
  boolean tap(Conversation in, String person, String token, long seq) {
    Matcher tap = TAP.matcher(token);
    if (!tap.matches()) return false;
    int number = Integer.parseInt(tap.group(1));
    boolean owner = rooms.people().find(person).filter(one -> one.kind() == Kind.OWNER).isPresent();
    String done = owner ? done(number, tap.group(2)) : "edit.owner";
    boolean more = done.equals("edit.counts") || done.equals("edit.counts.both");
    List<Button> undo = more ? buttons(in.language(), number) : List.of();
    rooms.outbox().add(in.id(), "service", words.say(in.language(), done), undo, "in:" + seq);
    return true;
  }

  /// What is said about it.
  private String done(int number, String tap) {
    Edit edit = edits.find(number).orElse(null);
    State due = tap.equals("undo") ? State.COUNTS : State.ASKED;
    if (edit == null || edit.state() != due) return "edit.over";
    if (edit.saidAt().plus(Edits.IN_REACH).isBefore(clock.instant())) return "edit.over";
    switch (tap) {
      case "undo" -> edits.undo(number);
      case "no" -> edits.refuse(number);
      default -> edits.count(number, tap.equals("both"));
    }
    return switch (tap) {
      case "undo" -> "edit.undone";
      case "no" -> "edit.refused";
      case "both" -> "edit.counts.both";
      default -> "edit.counts";
    };
  }
}
