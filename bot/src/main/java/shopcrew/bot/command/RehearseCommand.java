package shopcrew.bot.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import shopcrew.bot.Config;
import shopcrew.bot.config.Settings;
import shopcrew.bot.demo.Story;

/// What the launcher has played once after a build: Java remembers what it loads here, and opens
/// the shop faster from then on. Nobody is reached by it.
@Command(name = "rehearse", hidden = true)
public final class RehearseCommand implements Callable<Integer> {
  private static final String NOBODY = "http://127.0.0.1:9";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("shopcrew-rehearsal");
    new Story(new PrintStream(OutputStream.nullOutputStream()), "day", "zh").play(home);
    RunCommand.open(config(home.resolve("phones")), 0, RehearseCommand::looksIn);
    return 0;
  }

  private static void looksIn(String address) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
      client.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Config config(Path home) {
    return Config.of(
        Settings.of(
            Map.of(
                "SHOPCREW_HOME",
                home.toString(),
                "SHOPCREW_TELEGRAM_TOKEN",
                "1:" + "r".repeat(35),
                "SHOPCREW_TELEGRAM_API_URL",
                NOBODY,
                "SHOPCREW_WHATSAPP_PHONE_NUMBER_ID",
                "100000000000001",
                "SHOPCREW_WHATSAPP_ACCESS_TOKEN",
                "rehearsal",
                "SHOPCREW_WHATSAPP_APP_SECRET",
                "rehearsal",
                "SHOPCREW_WHATSAPP_VERIFY_TOKEN",
                "rehearsal",
                "SHOPCREW_WHATSAPP_API_URL",
                NOBODY)));
  }
}
