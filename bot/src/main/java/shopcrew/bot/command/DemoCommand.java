package shopcrew.bot.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopcrew.bot.Config;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Web;
import shopcrew.bot.demo.Demo;
import shopcrew.bot.demo.Story;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.jobs.Alarm;
import shopcrew.bot.model.Models;
import shopcrew.bot.web.DemoPages;
import shopcrew.bot.web.PortInUse;

@Command(
    name = "demo",
    description = "Opens the sample shop on three phones in the browser.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--story",
      arity = "0..1",
      fallbackValue = "day",
      description = "Plays a story in the terminal instead: day, counter, or money.")
  private @Nullable String story;

  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  @Option(names = "--port", description = "Of the pages; else SHOPCREW_PORT, else 8080.")
  private @Nullable Integer port;

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Config config = Config.read();
    if (story != null) {
      if (!Story.NAMES.contains(story)) {
        System.err.println(words.say(language, "demo.no_story", "story", story));
        return 1;
      }
      new Story(System.out, story, language).play(config.home().resolve("story"));
      return 0;
    }
    var web = new Web();
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    var means = new Shop.Means(executor, List.of(web), Models.of(config.models()));
    int door = port == null ? config.port() : port;
    PortInUse.check(door);
    try (Demo demo = Demo.open(config.home().resolve("demo"), InstantSource.system(), means);
        var pages = DemoPages.open(door, demo, web, language);
        var _ = new Alarm(demo.shop()::tick)) {
      String address = pages.address() + "/?language=" + language;
      System.out.println(words.say(language, "demo.open", "address", address));
      System.out.println(words.say(language, "demo.stop"));
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
