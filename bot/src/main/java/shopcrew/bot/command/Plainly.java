package shopcrew.bot.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import shopcrew.bot.Config;
import shopcrew.bot.demo.Story;
import shopcrew.bot.log.Redaction;
import shopcrew.bot.web.PortInUse;
import shopcrew.db.StoreException;

/// Says what went wrong in one sentence; the log has the rest.
public final class Plainly implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Plainly.class);

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    LOG.debug("The command failed", fault);
    command.getErr().println(Redaction.of(sentence(fault)));
    return 1;
  }

  private static String sentence(Throwable fault) {
    return switch (fault) {
      case Config.Faults faults -> String.valueOf(faults.getMessage());
      case PortInUse port -> String.valueOf(port.getMessage());
      case StoreException store -> String.valueOf(store.getMessage());
      case Story.Broken broken -> "The story broke: " + broken.getMessage();
      case NoSuchFileException missing ->
          "There is no file " + missing.getFile() + ": check the name and the folder.";
      case AccessDeniedException denied ->
          "No permission for " + denied.getFile() + ": check the folder's permissions.";
      case FileSystemException file ->
          file.getFile() + " cannot be used: " + file.getReason() + ".";
      case IOException io -> String.valueOf(io.getMessage());
      default -> "Something went wrong: " + fault;
    };
  }
}
