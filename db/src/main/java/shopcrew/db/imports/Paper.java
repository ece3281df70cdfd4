package shopcrew.db.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Edits.Statement;

/// A document for customers that an owner hands in: Markdown, plain text, Word or PDF. It is read
/// whole or not at all.
///
/// @param internal the titles of sections that are for the owners and were left out
/// @param why it cannot be taken, or null
public record Paper(
    String name, List<Statement> statements, List<String> internal, @Nullable ImportFault why) {
  public static final int LARGEST_MB = 20;
  static final int MOST_LINES = 2_000;

  public Optional<ImportFault> fault() {
    return Optional.ofNullable(why);
  }

  public static Paper read(Path file, String name) {
    try {
      var statements = new ArrayList<Statement>();
      var internal = new ArrayList<String>();
      for (var section : sections(file, name)) {
        if (Meanings.is("internal", "section", section.title())) {
          internal.add(section.title());
          continue;
        }
        for (var line : section.lines()) {
          var said = Stated.of(line);
          statements.add(
              new Statement(section.title(), said.text(), said.other(), said.from(), said.until()));
        }
      }
      return new Paper(name, statements, internal, null);
    } catch (ImportRefused refused) {
      return new Paper(name, List.of(), List.of(), refused.in(name));
    }
  }

  /// Too large to be fetched at all.
  public static Paper tooLarge(String name) {
    var why = new ImportRefused("file.too.large", Integer.toString(LARGEST_MB)).in(name);
    return new Paper(name, List.of(), List.of(), why);
  }

  /// Numbered in their order, at most as many as one file has room for.
  static List<KnowledgeFile.Section> sections(Path file, String name) throws ImportRefused {
    var sections = new ArrayList<KnowledgeFile.Section>();
    int lines = 0;
    for (var section : KnowledgeFile.parse(PaperText.of(file, name))) {
      var whole =
          section.lines().stream().flatMap(line -> PaperText.pieces(line).stream()).toList();
      lines += whole.size();
      if (lines > MOST_LINES) {
        throw new ImportRefused("paper.lines", Integer.toString(MOST_LINES));
      }
      if (sections.size() == KnowledgeFile.ROOM - 1) {
        var last = sections.removeLast();
        var more = new ArrayList<>(last.lines());
        more.addAll(whole);
        sections.add(new KnowledgeFile.Section(last.number(), last.title(), more));
      } else {
        sections.add(
            new KnowledgeFile.Section(sections.size() + 1, section.title(), List.copyOf(whole)));
      }
    }
    if (lines == 0) {
      throw new ImportRefused("file.empty");
    }
    return sections;
  }
}
