package shopcrew.bot.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import shopcrew.bot.demo.SampleShop;

@Command(
    name = "sample",
    description = "Writes the sample shop's files into a folder, as an example of an import.",
    mixinStandardHelpOptions = true)
public final class SampleCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    SampleShop.writeTo(folder);
    System.out.println(folder.toAbsolutePath());
    return 0;
  }
}
