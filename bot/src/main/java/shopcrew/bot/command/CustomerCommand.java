package shopcrew.bot.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.Config;
import shopcrew.db.Database;
import shopcrew.db.privacy.Privacy;

@Command(
    name = "customer",
    description = "Finds a customer, gives out what the shop holds about them, or erases it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CustomerCommand.Find.class,
      CustomerCommand.Export.class,
      CustomerCommand.Erase.class
    })
public final class CustomerCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    picocli.CommandLine.usage(this, System.out);
    return 0;
  }

  /// What the three of them share.
  public static final class Shared {
    @Option(names = "--language", description = "zh or en; else as in the settings.")
    private @Nullable String language;

    private int with(Config config, Work work) throws IOException {
      String spoken = language == null ? config.language() : language;
      var kept = config.privacy();
      try (Database database = Database.open(config.home().resolve("shop.db"))) {
        var privacy =
            new Privacy(
                database, config.shop(), config.home(), kept.messagesDays(), kept.mediaDays());
        return work.at(new PrivacyDesk(privacy, System.out, spoken));
      }
    }
  }

  private interface Work {
    int at(PrivacyDesk desk) throws IOException;
  }

  @Command(name = "find", description = "By name, phone, mail, order or id: shows the ids.")
  static final class Find implements Callable<Integer> {
    @Mixin private final Shared shared = new Shared();

    @Parameters(paramLabel = "WORDS")
    private String words = "";

    @Override
    public Integer call() throws IOException {
      return shared.with(Config.read(), desk -> desk.find(words));
    }
  }

  @Command(name = "export", description = "Writes all that the shop holds about a customer.")
  static final class Export implements Callable<Integer> {
    @Mixin private final Shared shared = new Shared();

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("customer.json");

    @Override
    public Integer call() throws IOException {
      return shared.with(Config.read(), desk -> desk.export(id, out));
    }
  }

  @Command(name = "erase", description = "Takes a customer out of the store, for good.")
  static final class Erase implements Callable<Integer> {
    @Mixin private final Shared shared = new Shared();

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Override
    public Integer call() throws IOException {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return shared.with(Config.read(), desk -> desk.erase(id, in));
    }
  }
}
