package shopcrew.bot.command;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.Config;
import shopcrew.bot.Shop;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.model.Models;

@Command(
    name = "verify-ledger",
    description = "Checks the ledger and the audit chain, or whether the chain holds a receipt.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "CODE", description = "A receipt's number and code.")
  private @Nullable String code;

  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() {
    Config config = Config.read();
    var means = new Shop.Means(Runnable::run, List.of(), Models.house());
    try (Shop shop = Shop.open(config.home(), config.shop(), InstantSource.system(), means)) {
      Gate.Books books = shop.gate().verifyLedger();
      boolean good = books.good() && (code == null || shop.gate().verifyReceipt(code));
      if (!books.good()) {
        String fault = shop.gate().explain(books.faults().getFirst(), language);
        System.out.println(words.say(language, "verify.bad", "detail", fault));
      } else {
        String key = books.head().isEmpty() ? "verify.empty" : "verify.ok";
        System.out.println(words.say(language, key, "detail", books.head()));
      }
      if (code != null && books.good()) {
        System.out.println(
            words.say(language, good ? "verify.receipt" : "verify.no_receipt", "code", code));
      }
      return good ? 0 : 1;
    }
  }
}
