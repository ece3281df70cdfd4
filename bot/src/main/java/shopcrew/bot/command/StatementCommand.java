package shopcrew.bot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopcrew.bot.Config;
import shopcrew.bot.Shop;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.model.Models;
import shopcrew.bot.statement.StatementCsv;
import shopcrew.bot.statement.StatementPage;
import shopcrew.bot.turns.Usage;

@Command(
    name = "statement",
    description = "Writes what a month cost: a table for Excel and a page to print.",
    mixinStandardHelpOptions = true)
public final class StatementCommand implements Callable<Integer> {
  @Option(names = "--month", description = "Such as 2026-11; else the month that runs.")
  private @Nullable String month;

  @Option(
      names = {"--language", "--lang"},
      defaultValue = "zh",
      description = "zh or en.")
  private String language = "zh";

  @Option(names = "--out", defaultValue = ".", description = "The folder to write to.")
  private Path out = Path.of(".");

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() throws IOException {
    Config config = Config.read();
    var means = new Shop.Means(Runnable::run, List.of(), Models.house());
    try (Shop shop = Shop.open(config.home(), config.shop(), InstantSource.system(), means)) {
      var running = YearMonth.from(shop.clock().instant().atZone(shop.zone()));
      YearMonth wanted = wanted(running);
      if (wanted == null || wanted.isAfter(running)) {
        String key = wanted == null ? "statement.unclear" : "statement.later";
        System.err.println(words.say(language, key, "month", String.valueOf(month)));
        return 1;
      }
      var statement = shop.gate().statement(wanted, language);
      var page = new StatementPage(language, shop.store().card().name(), shop.zone());
      var usage = new Usage(shop.rooms().database(), shop.rooms().shop(), language);
      Files.createDirectories(out);
      write(wanted + ".csv", new StatementCsv(language, shop.zone()).of(statement));
      write(wanted + ".html", page.whole(statement, usage.month(wanted)));
      return 0;
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = out.resolve("statement-" + name);
    Files.writeString(file, text);
    System.out.println(words.say(language, "statement.written", "file", file));
  }

  private @Nullable YearMonth wanted(YearMonth running) {
    try {
      return month == null ? running : YearMonth.parse(month);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
