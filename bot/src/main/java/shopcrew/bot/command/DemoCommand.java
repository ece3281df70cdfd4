package shopcrew.bot.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopcrew.bot.Config;
import shopcrew.bot.demo.Story;

@Command(
    name = "demo",
    description = "Opens the sample shop on three phones in the browser.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Option(names = "--story", description = "Plays the main story in the terminal instead.")
  private boolean story;

  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  @Override
  public Integer call() throws IOException {
    Config config = Config.read();
    if (story) {
      new Story(System.out, language).play(config.home().resolve("demo"));
      return 0;
    }
    return 0;
  }
}
