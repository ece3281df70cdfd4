package shopcrew.bot.command;

import java.io.Console;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.Config;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Database;
import shopcrew.db.Knowledge;
import shopcrew.db.People;
import shopcrew.db.Rule;
import shopcrew.db.Rules;
import shopcrew.db.imports.ImportReport;
import shopcrew.db.imports.Importer;
import shopcrew.db.imports.OwnerRules;
import shopcrew.roles.customerservice.Conflicts;

@Command(
    name = "import",
    description = "Loads a folder of the shop's files and says what was taken, left out and why.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER")
  private Path folder = Path.of(".");

  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  @Option(names = "--yes", description = "The owners' yes to the rules as understood.")
  private boolean yes;

  private static final int MOST_CONFLICTS = 20;

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() {
    Config config = Config.read();
    try (Database database = Database.open(config.home().resolve("shop.db"))) {
      Locale locale = Locale.forLanguageTag(language);
      ImportReport report = new Importer(database, config.shop()).load(folder);
      if (report.files().isEmpty()) {
        report.faults().forEach(fault -> System.err.println(fault.sentence(locale)));
        return 1;
      }
      System.out.println(report.print(locale));
      conflicts(database.store(config.shop()).knowledge().lines());
      Rules rules = database.store(config.shop()).rules();
      agree(rules, new People(database, config.shop()), locale);
    }
    return 0;
  }

  /// What one file says and another, or an owner, says otherwise.
  private void conflicts(List<Knowledge.Line> lines) {
    var before = new Conflicts(List.of());
    int told = 0;
    for (Knowledge.Line line : lines) {
      for (Conflicts.Clash clash : before.with(line.text())) {
        Knowledge.Line other = clash.line();
        if (other.origin().equals(line.origin()) || ++told > MOST_CONFLICTS) continue;
        String one =
            words.say(language, "knowledge.of", "line", other.text(), "of", other.origin());
        String two = words.say(language, "knowledge.of", "line", line.text(), "of", line.origin());
        System.out.println(words.say(language, "knowledge.conflict", "one", one, "two", two));
      }
      before.add(line);
    }
  }

  /// The rules are shown as they were understood, and count after one yes.
  private void agree(Rules rules, People people, Locale locale) {
    List<Rule> waiting = rules.waiting();
    if (waiting.isEmpty()) return;
    System.out.println();
    System.out.println(words.say(language, "rules.understood"));
    OwnerRules.understood(waiting, locale).forEach(rule -> System.out.println("  " + rule));
    if (!yes && !says(words.say(language, "rules.ask"))) {
      System.out.println(words.say(language, "rules.wait"));
      return;
    }
    rules.agree("terminal", InstantSource.system().instant());
    for (Rule rule : rules.current()) {
      if (rule.kind() != Rule.Kind.OWNER_ACCOUNT) continue;
      people.add(new People.Person(rule.value(), rule.value(), People.Kind.OWNER, language));
    }
    System.out.println(words.say(language, "rules.agreed"));
  }

  private static boolean says(String question) {
    Console console = System.console();
    if (console == null) return false;
    String answer = console.readLine("%s ", question);
    return answer != null && answer.strip().matches("(?i)y|yes|是|对|好|可以|行");
  }
}
