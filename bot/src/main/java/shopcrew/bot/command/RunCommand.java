package shopcrew.bot.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "run", description = "Opens the shop.", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
