package shopcrew.bot.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.Config;
import shopcrew.bot.backup.Restore;
import shopcrew.bot.i18n.Bundle;

/// The password is asked, not given as an argument, so that it stays out of the shell's history.
@Command(
    name = "restore",
    description = "Puts a backup in the place of the store; what is there is moved aside.",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "A zip from the owner's chat, or a .db of backups.")
  private Path file = Path.of("");

  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() throws Exception {
    // Not all settings need be right for that: they may come back with it.
    Path home = Config.settings().home();
    Restore.Done done;
    try {
      done = new Restore(home, InstantSource.system()).from(file, this::password);
    } catch (Restore.Refused e) {
      System.err.println(words.say(language, "restore." + e.why(), "file", file));
      return 1;
    }
    System.out.println(words.say(language, "restore.done", "file", file));
    for (String name : done.aside()) {
      System.out.println(words.say(language, "restore.aside", "name", home.resolve(name)));
    }
    if (done.settings()) System.out.println(words.say(language, "restore.settings"));
    if (done.keyless()) System.out.println(words.say(language, "restore.keyless"));
    if (done.stopped()) System.out.println(words.say(language, "restore.stopped"));
    System.out.println(words.say(language, "restore.run"));
    return 0;
  }

  private char[] password() throws IOException {
    Console console = System.console();
    String ask = words.say(language, "restore.ask");
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("%s", ask);
      return typed == null ? new char[0] : typed;
    }
    System.out.println(ask);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String typed = in.readLine();
    return typed == null ? new char[0] : typed.toCharArray();
  }
}
