package shopcrew.bot;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import shopcrew.bot.command.ChatCommand;
import shopcrew.bot.command.CustomerCommand;
import shopcrew.bot.command.DemoCommand;
import shopcrew.bot.command.DoctorCommand;
import shopcrew.bot.command.ExamCommand;
import shopcrew.bot.command.ImportCommand;
import shopcrew.bot.command.PairCommand;
import shopcrew.bot.command.Plainly;
import shopcrew.bot.command.RecoverCommand;
import shopcrew.bot.command.RehearseCommand;
import shopcrew.bot.command.RestoreCommand;
import shopcrew.bot.command.RunCommand;
import shopcrew.bot.command.SampleCommand;
import shopcrew.bot.command.SetupCommand;
import shopcrew.bot.command.StatementCommand;
import shopcrew.bot.command.VerifyCommand;
import shopcrew.bot.command.WhyCommand;

/// Reads the command and opens the shop.
@Command(
    name = "shopcrew",
    description = "A digital store team in one chat bot.",
    mixinStandardHelpOptions = true,
    version = "shopcrew 0.1.0",
    subcommands = {
      DemoCommand.class,
      SetupCommand.class,
      DoctorCommand.class,
      CustomerCommand.class,
      RunCommand.class,
      RecoverCommand.class,
      RestoreCommand.class,
      ChatCommand.class,
      PairCommand.class,
      ImportCommand.class,
      ExamCommand.class,
      SampleCommand.class,
      StatementCommand.class,
      VerifyCommand.class,
      WhyCommand.class,
      RehearseCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(new Plainly())
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }
}
