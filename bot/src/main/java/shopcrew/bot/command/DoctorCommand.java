package shopcrew.bot.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopcrew.bot.Config;
import shopcrew.bot.doctor.Doctor;
import shopcrew.bot.look.Outside;

@Command(
    name = "doctor",
    description = "Says what is wrong with the shop's settings, store and channels.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Option(names = "--language", description = "zh or en; else as in the settings.")
  private @Nullable String language;

  @Override
  public Integer call() {
    var settings = Config.settings();
    String spoken = language == null ? settings.language() : language;
    try (var outside = new Outside(PATIENCE)) {
      var doctor = new Doctor(settings, outside, InstantSource.system());
      return doctor.tell(System.out, spoken) ? 0 : 1;
    }
  }
}
