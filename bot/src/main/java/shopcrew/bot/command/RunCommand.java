package shopcrew.bot.command;

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
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.jobs.Alarm;
import shopcrew.bot.model.Models;
import shopcrew.bot.web.Sessions;
import shopcrew.bot.web.WebServer;

@Command(name = "run", description = "Opens the shop.", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  @Option(names = "--port", description = "Of the pages; else SHOPCREW_PORT, else 8080.")
  private @Nullable Integer port;

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() throws InterruptedException {
    Config config = Config.read();
    var web = new Web();
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    var means = new Shop.Means(executor, List.of(web), Models.of(config.model()));
    int door = port == null ? config.port() : port;
    try (Shop shop = Shop.open(config.home(), config.shop(), InstantSource.system(), means);
        var pages = WebServer.open(door, shop, new Sessions(shop), web, WebServer::front);
        var _ = new Alarm(shop::tick)) {
      shop.resume();
      System.out.println(words.say(language, "run.open", "address", pages.address()));
      System.out.println(words.say(language, "demo.stop"));
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
