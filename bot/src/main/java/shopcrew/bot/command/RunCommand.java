package shopcrew.bot.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopcrew.bot.Config;
import shopcrew.bot.Manners;
import shopcrew.bot.Phones;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Channel;
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

  /// What is done while the shop is open.
  interface Open {
    void at(String address) throws InterruptedException;
  }

  @Override
  public Integer call() throws InterruptedException {
    Config config = Config.read();
    open(
        config,
        port == null ? config.port() : port,
        address -> {
          System.out.println(words.say(language, "run.open", "address", address));
          System.out.println(words.say(language, "demo.stop"));
          new CountDownLatch(1).await();
        });
    return 0;
  }

  static void open(Config config, int door, Open open) throws InterruptedException {
    var clock = InstantSource.system();
    var web = new Web();
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try (var phones = new Phones(config, clock);
        Shop shop = Shop.open(config.home(), config.shop(), means(config, phones, web, executor))) {
      phones.of(shop);
      try (var pages =
          WebServer.open(
              config.host(),
              door,
              shop,
              new Sessions(shop),
              web,
              routes -> {
                WebServer.front(routes);
                phones.routes(routes);
              })) {
        // What the last stop left comes before anything new, and before anything is sent anew.
        shop.resume();
        phones.start();
        try (var _ =
            new Alarm(
                () -> {
                  phones.look();
                  shop.tick();
                })) {
          open.at(pages.address());
        }
      }
    }
  }

  private static Shop.Means means(Config config, Phones phones, Web web, Executor executor) {
    var channels = new ArrayList<Channel>(phones.channels());
    channels.add(web);
    var manners =
        new Manners(
            config.conversation().burst(),
            config.conversation().handBack(),
            Manners.Later.on(executor),
            new Manners.Keep(config.privacy().messagesDays(), config.privacy().mediaDays()));
    return new Shop.Means(
        executor, channels, Models.of(config.models()), manners, phones.ways(), config.backup());
  }
}
