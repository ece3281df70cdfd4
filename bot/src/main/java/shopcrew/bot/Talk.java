package shopcrew.bot;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Inbox.Arrived;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;
import shopcrew.roles.Turn;
import shopcrew.roles.words.Language;

/// What somebody said goes to the team, with who said it and what was said before. What comes of it
/// is applied.
final class Talk {
  private final Rooms rooms;
  private final Team team;
  private final Answers answers;
  private final Memory memory;
  private final Function<Conversation, Speaker> speaker;
  private final InstantSource clock;
  private final ZoneId zone;
  private volatile BiConsumer<String, Team.Answered> watcher = (_, _) -> {};

  Talk(
      Rooms rooms,
      Team team,
      Answers answers,
      Memory memory,
      Function<Conversation, Speaker> speaker,
      InstantSource clock,
      ZoneId zone) {
    this.rooms = rooms;
    this.team = team;
    this.answers = answers;
    this.memory = memory;
    this.speaker = speaker;
    this.clock = clock;
    this.zone = zone;
  }

  void watch(BiConsumer<String, Team.Answered> watcher) {
    this.watcher = watcher;
  }

  /// @param all what is answered by it
  void said(Conversation in, List<Arrived> all, String text, List<Turn.Attachment> attached) {
    String language = language(in, text);
    List<Line> lines = rooms.conversations().before(in.id(), all.getFirst().seq(), Memory.WINDOW);
    // What the gate says is for owners' eyes: cards, receipts, ways in for somebody with a code.
    // A task quotes a customer, who is not to be taken for the owner.
    List<Turn.Said> history =
        lines.stream()
            .filter(line -> !line.author().equals("gate") && !line.kind().equals("task"))
            .map(line -> new Turn.Said(line.byUs(), line.text()))
            .toList();
    Turn turn =
        new Turn(
            rooms.shop(),
            in.id(),
            speaker.apply(in),
            text,
            language,
            clock.instant(),
            zone,
            history,
            attached,
            Pendings.question(in.pending()),
            memory.of(in, language, lines));
    Team.Answered answered = team.answer(turn);
    watcher.accept(in.id(), answered);
    answers.apply(turn, in, answered, all);
  }

  /// The language of what was said, or the conversation's own where that cannot be told.
  private String language(Conversation in, String text) {
    Language heard = Language.of(text);
    if (heard == Language.UNKNOWN || heard == Language.OTHER) return in.language();
    String language = heard.code();
    if (!language.equals(in.language())) {
      rooms.conversations().speaks(in.id(), language);
      String person = in.person();
      if (person != null) rooms.people().speaks(person, language);
    }
    return language;
  }
}
