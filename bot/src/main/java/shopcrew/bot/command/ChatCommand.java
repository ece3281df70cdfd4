package shopcrew.bot.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopcrew.bot.Config;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Terminal;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.jobs.Alarm;
import shopcrew.bot.model.Models;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.People.Person;
import shopcrew.roles.Message;

@Command(
    name = "chat",
    description = "Talks to the team in the terminal.",
    mixinStandardHelpOptions = true)
public final class ChatCommand implements Callable<Integer> {
  @Option(
      names = "--as",
      defaultValue = "owner",
      description = "\"owner\", \"customer\", or a person's id.")
  private String as = "owner";

  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() throws IOException {
    Config config = Config.read();
    var terminal = new Terminal(System.out);
    var means = new Shop.Means(Runnable::run, List.of(terminal), Models.of(config.models()));
    try (Shop shop = Shop.open(config.home(), config.shop(), InstantSource.system(), means)) {
      Person person = person(shop);
      if (person == null && !as.equals("customer")) {
        System.err.println(words.say(language, "pair.none"));
        return 1;
      }
      String who = person == null ? words.say(language, "chat.customer") : person.name();
      System.out.println(words.say(language, "chat.hello", "who", who));
      Conversation conversation =
          shop.rooms()
              .conversations()
              .open(
                  terminal.name(),
                  as,
                  person == null ? null : person.id(),
                  language,
                  shop.clock().instant());
      try (var _ = new Alarm(shop::tick)) {
        shop.resume();
        talk(shop, terminal, conversation);
      }
    }
    return 0;
  }

  private @Nullable Person person(Shop shop) {
    if (as.equals("customer")) return null;
    return shop.rooms().people().all().stream()
        .filter(one -> as.equals("owner") || one.id().equals(as))
        .findFirst()
        .orElse(null);
  }

  private void talk(Shop shop, Terminal terminal, Conversation conversation) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().equals("/quit")) return;
      Message message = message(shop, terminal, conversation, line.strip());
      if (message == null) System.out.println(words.say(language, "chat.gone"));
      else shop.reception().receive(conversation.id(), UUID.randomUUID().toString(), message);
    }
  }

  private static @Nullable Message message(
      Shop shop, Terminal terminal, Conversation conversation, String line) {
    var from = shop.router().speaker(conversation);
    if (!line.matches("/\\d{1,2}")) return new Message.Text(from, line);
    Terminal.Choice choice = terminal.tapped(conversation.id(), line);
    return choice == null
        ? null
        : new Message.Tap(from, choice.line(), choice.button().token(), choice.button().label());
  }
}
