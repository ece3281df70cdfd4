package shopcrew.bot.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopcrew.bot.Config;
import shopcrew.bot.Shop;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.model.Models;

/// For the day when nobody knows a PIN any more. The code is read, not given as an argument, so
// that
/// it stays out of the shell's history.
@Command(
    name = "recover",
    description = "Clears all PINs after three days, by the recovery code on paper.",
    mixinStandardHelpOptions = true)
public final class RecoverCommand implements Callable<Integer> {
  @Option(names = "--new-code", description = "Prints a new recovery code, once.")
  private boolean fresh;

  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() throws IOException {
    Config config = Config.read();
    var means = new Shop.Means(Runnable::run, List.of(), Models.house());
    try (Shop shop = Shop.open(config.home(), config.shop(), InstantSource.system(), means)) {
      if (fresh) {
        System.out.println(words.say(language, "recover.code"));
        System.out.println(shop.gate().recoveryCode());
        return 0;
      }
      System.out.println(words.say(language, "recover.ask"));
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String code = in.readLine();
      String said = shop.gate().recover(code == null ? "" : code);
      System.out.println(words.say(language, said));
      return said.equals("recover.begun") ? 0 : 1;
    }
  }
}
