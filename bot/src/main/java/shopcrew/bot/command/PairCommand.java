package shopcrew.bot.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.Config;
import shopcrew.bot.Doors;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.look.Outside;
import shopcrew.bot.setup.Invitation;
import shopcrew.db.Database;
import shopcrew.db.People;
import shopcrew.db.People.Person;

@Command(
    name = "pair",
    description = "Makes a one-time way in for an owner: by chat or by the shop's page.",
    mixinStandardHelpOptions = true)
public final class PairCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Parameters(paramLabel = "PERSON", description = "The owner's id, such as owner_mei.")
  private String id = "owner";

  @Option(names = "--name", description = "Adds an owner of that name where there is none yet.")
  private @Nullable String name;

  @Option(names = "--language", defaultValue = "zh", description = "zh or en.")
  private String language = "zh";

  private final Bundle words = new Bundle("command");

  @Override
  public Integer call() {
    Config config = Config.read();
    try (Database database = Database.open(config.home().resolve("shop.db"))) {
      var people = new People(database, config.shop());
      // Only the first owner is made here; who may approve beside them is the gate's own matter.
      if (name != null && people.all().isEmpty()) {
        people.add(new Person(id, name, People.Kind.OWNER, language));
      }
      Person person = people.find(id).orElse(null);
      if (person == null) {
        String all = people.all().stream().map(Person::id).collect(Collectors.joining(", "));
        System.err.println(
            all.isEmpty()
                ? words.say(language, "pair.none")
                : words.say(language, "pair.nobody", "id", id, "people", all));
        return 1;
      }
      var code = Invitation.of(people, person.id(), InstantSource.system().instant());
      var doors = new Doors(config);
      try (var outside = new Outside(PATIENCE)) {
        if (!doors.look(outside)) System.err.println(words.say(language, "pair.unknown"));
      }
      System.out.println(words.say(language, "pair.link", "name", person.name()));
      System.out.println(doors.ways(code.code(), language));
    }
    return 0;
  }
}
