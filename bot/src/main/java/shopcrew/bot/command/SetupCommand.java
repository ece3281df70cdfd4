package shopcrew.bot.command;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import shopcrew.bot.Config;
import shopcrew.bot.look.Outside;
import shopcrew.bot.setup.Setup;

@Command(
    name = "setup",
    description =
        "Asks for the settings one by one, looks whether they are right, and writes them.",
    mixinStandardHelpOptions = true)
public final class SetupCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Override
  public Integer call() {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (var outside = new Outside(PATIENCE)) {
      var setup = new Setup(Config::settings, in, System.out, outside, InstantSource.system());
      return setup.run() ? 0 : 1;
    }
  }
}
