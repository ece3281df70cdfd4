package shopcrew.bot;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Contacts.Holding;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.imports.SentTable;
import shopcrew.roles.Turn;

/// What is sent to us and is no text. A document of the owners and a table are read as data; what a
/// model hears or sees is read back; a customer's picture is shown to the owners; of anything else
/// the sender is told kindly that it takes words.
final class Enclosures {
  private final Rooms rooms;
  private final Papers papers;
  private final Media media;
  private final Holds holds;
  private final ReadBack readBack;
  private final Talk talk;
  private final Answers answers;
  private final Bundle words = new Bundle("bot");

  Enclosures(
      Rooms rooms,
      Papers papers,
      Media media,
      Holds holds,
      ReadBack readBack,
      Talk talk,
      Answers answers) {
    this.rooms = rooms;
    this.papers = papers;
    this.media = media;
    this.holds = holds;
    this.readBack = readBack;
    this.talk = talk;
    this.answers = answers;
  }

  void takes(Conversation in, Arrived arrived) {
    if (papers.takes(in, arrived)) return;
    Holding held = holds.in(in).orElse(null);
    boolean reads = held == null && readBack.can(in, arrived);
    boolean customer = in.person() == null;
    Fetched.Bytes bytes = customer || reads ? media.fetch(in, arrived).orElse(null) : null;
    Optional<String> read =
        reads && bytes != null ? readBack.read(in, arrived, bytes) : Optional.empty();
    if (read.isPresent() && (!customer || ReadBack.sound(arrived))) {
      readBack.asks(in, arrived, read.get());
      return;
    }
    String kept = customer && bytes != null ? media.keep(arrived, bytes).orElse("") : "";
    if (read.isPresent() && !kept.isEmpty()) {
      // The owners see the picture itself, for a reading of it is no proof of anything.
      rooms
          .database()
          .writing(
              _ -> {
                answers.show(in, arrived, said(in, arrived), kept, false);
                readBack.asks(in, arrived, read.get());
              });
    } else if (customer && held == null && Media.table(arrived)) {
      table(in, arrived, kept);
    } else {
      unread(in, arrived, kept, held);
    }
  }

  private void table(Conversation in, Arrived arrived, String kept) {
    String cells = media.cells(arrived, kept).orElse("");
    if (cells.isEmpty()) {
      answers.plain(
          in,
          "table.unread",
          List.of(arrived),
          "mb",
          SentTable.LARGEST_MB,
          "rows",
          SentTable.MOST_ROWS);
    } else {
      var attached = new Turn.Attachment("table", arrived.item().token(), cells);
      talk.said(in, List.of(arrived), words.say(in.language(), "table"), List.of(attached));
    }
  }

  private void unread(Conversation in, Arrived arrived, String kept, @Nullable Holding held) {
    Inbox.Item item = arrived.item();
    if (!kept.isEmpty()) {
      answers.show(in, arrived, said(in, arrived), kept, held == null);
    } else if (held != null) {
      holds.pass(in, held, List.of(arrived), said(in, arrived));
    } else if (ReadBack.sound(arrived)) {
      answers.plain(in, "media.unheard", List.of(arrived));
    } else if (item.content().isBlank() || item.text().isBlank()) {
      answers.plain(in, "media", List.of(arrived), "kind", kind(in, item.kind()));
    } else {
      var attached = new Turn.Attachment(item.kind(), item.token(), item.content());
      talk.said(in, List.of(arrived), item.text(), List.of(attached));
    }
  }

  private String said(Conversation in, Arrived arrived) {
    return (kind(in, arrived.item().kind()) + " " + arrived.item().text()).strip();
  }

  private String kind(Conversation in, String kind) {
    String key = "media." + kind;
    return words.say(in.language(), words.keys("en").contains(key) ? key : "media.file");
  }
}
