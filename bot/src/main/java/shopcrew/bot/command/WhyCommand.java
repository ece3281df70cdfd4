package shopcrew.bot.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.Config;
import shopcrew.bot.turns.Explained;
import shopcrew.db.Database;

@Command(
    name = "why",
    description = "Shows how an answer came about: models, tools, what was held back, its cost.",
    mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "MESSAGE",
      arity = "0..1",
      description = "The number of a message or of its answer; else the last ten are listed.")
  private @Nullable String message;

  @Option(
      names = {"--language", "--lang"},
      description = "zh or en; else as in the settings.")
  private @Nullable String language;

  @Override
  public Integer call() {
    Config config = Config.read();
    String spoken = language == null ? config.language() : language;
    Path store = config.home().resolve("shop.db");
    var desk = new WhyDesk(System.out, spoken);
    if (!Files.exists(store)) return desk.nothing();
    try (Database database = Database.open(store)) {
      return desk.show(new Explained(database, config.shop(), spoken), message);
    }
  }
}
