package shopcrew.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/// What the compiler cannot see of the walls around the money; each rule has a breach in the test
/// sources that it must catch.
final class Walls {
  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone");

  private static final String GATE = "shopcrew.bot.gate.";
  private static final Set<String> SENDERS =
      Set.of(GATE + "Executor", GATE + "Outcomes", GATE + "Batch");
  private static final String ROUTER = "shopcrew.bot.Router";

  private Walls() {}

  static final Map<String, ArchRule> ALL =
      Map.ofEntries(
          Map.entry(
              "roles use only their own packages",
              classes()
                  .that()
                  .resideInAPackage("shopcrew.roles..")
                  .should()
                  .onlyDependOnClassesThat(
                      resideInAnyPackage(
                              "shopcrew.roles..",
                              "shopcrew.prompts..",
                              "shopcrew.db",
                              "dev.langchain4j..",
                              "com.fasterxml.jackson..",
                              "org.slf4j..",
                              "org.jspecify..",
                              "java.lang",
                              "java.lang.annotation",
                              "java.lang.runtime",
                              "java.lang.invoke",
                              "java.util..",
                              "java.time..",
                              "java.text..",
                              "java.math..",
                              "java.nio.charset..")
                          .or(
                              describe(
                                  "is the reader of the owners' rules",
                                  type ->
                                      type.getName().equals("shopcrew.db.imports.OwnerRules"))))),
          Map.entry(
              "roles start no process and call no native or reflective door",
              noClasses()
                  .that()
                  .resideInAPackage("shopcrew.roles..")
                  .should()
                  .dependOnClassesThat()
                  .haveFullyQualifiedName("java.lang.ProcessBuilder")
                  .orShould()
                  .dependOnClassesThat()
                  .haveFullyQualifiedName("java.lang.Process")
                  .orShould()
                  .dependOnClassesThat()
                  .haveFullyQualifiedName("java.lang.Runtime")
                  .orShould()
                  .callMethod(Class.class, "forName", String.class)),
          Map.entry(
              "roles see role-safe tables, never the database or the body's tables",
              noClasses()
                  .that()
                  .resideInAPackage("shopcrew.roles..")
                  .should()
                  .dependOnClassesThat(
                      describe(
                          "are the database, the body's tables or the coupon press",
                          (JavaClass type) ->
                              Set.of(
                                          "Database",
                                          "Inbox",
                                          "Outbox",
                                          "Conversations",
                                          "People",
                                          "JobRuns",
                                          "DraftOrders",
                                          "CouponPress",
                                          "PriceTags")
                                      .contains(type.getSimpleName())
                                  && type.getPackageName().equals("shopcrew.db")))),
          Map.entry(
              "only the gate, its receipts and statements are open in the gate's package",
              classes()
                  .that()
                  .resideInAPackage("shopcrew.bot.gate")
                  .and()
                  .doNotHaveSimpleName("Gate")
                  .and()
                  .doNotHaveSimpleName("Receipt")
                  .and()
                  .doNotHaveSimpleName("Statement")
                  .and()
                  .areTopLevelClasses()
                  .should()
                  .notBePublic()),
          Map.entry(
              "B5: the gate knows no model and no role but what is proposed to it",
              noClasses()
                  .that()
                  .resideInAPackage("shopcrew.bot.gate..")
                  .should()
                  .dependOnClassesThat(
                      describe(
                          "are models or roles",
                          (JavaClass type) ->
                              type.getPackageName().startsWith("dev.langchain4j")
                                  || type.getPackageName().startsWith("shopcrew.roles")
                                      && !type.getName().startsWith("shopcrew.roles.Proposal")))),
          Map.entry(
              "money knows no floating point",
              classes()
                  .that()
                  .resideInAPackage("shopcrew.bot.gate..")
                  .or()
                  .resideInAPackage("shopcrew.bot.sandbox..")
                  .or()
                  .haveSimpleNameStartingWith("Money")
                  .should(new NoFractions())),
          Map.entry(
              "only Config reads the environment",
              noClasses()
                  .that()
                  .resideInAPackage("shopcrew..")
                  .and()
                  .doNotHaveFullyQualifiedName("shopcrew.bot.Config")
                  .should()
                  .callMethod(System.class, "getenv")
                  .orShould()
                  .callMethod(System.class, "getenv", String.class)),
          Map.entry(
              "time is injected",
              noClasses()
                  .that()
                  .resideInAPackage("shopcrew..")
                  .should()
                  .accessTargetWhere(
                      describe(
                          "read the machine's clock",
                          (JavaAccess<?> access) ->
                              CLOCKS.contains(
                                  access.getTargetOwner().getName()
                                      + "."
                                      + access.getTarget().getName())))),
          Map.entry(
              "channels cannot spend: they know neither the gate nor a sender of templates",
              noClasses()
                  .that()
                  .resideInAPackage("shopcrew.bot.channel..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("shopcrew.bot.gate..", "shopcrew.bot.sandbox..")),
          Map.entry(
              "wall 8: no channel has a word for paid templates",
              classes()
                  .that()
                  .resideInAPackage("shopcrew.bot.channel..")
                  .should(new NoTemplates())),
          Map.entry(
              "A8: only the router brings fingers to the gate",
              only(Set.of(ROUTER), "tap", GATE + "Gate", "tap")),
          Map.entry(
              "A8: only the router brings typed words to the gate",
              only(Set.of(ROUTER), "type", GATE + "Gate", "typed")),
          Map.entry(
              "A9: only a claim is sent, again under its key, or item by item",
              only(SENDERS, "send", GATE + "Provider", "send")),
          Map.entry(
              "A9: only a settled outcome sets running",
              only(Set.of(GATE + "Outcomes"), "set running", GATE + "Provider", "activate")),
          Map.entry(
              "nobody looks into another's private parts",
              noClasses()
                  .that()
                  .resideInAPackage("shopcrew..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("java.lang.reflect..")));

  private static ArchRule only(Set<String> who, String doing, String type, String method) {
    return noClasses()
        .that(describe("are not " + who, javaClass -> !who.contains(javaClass.getName())))
        .should()
        .accessTargetWhere(
            describe(
                doing,
                (JavaAccess<?> access) ->
                    access.getTargetOwner().getName().equals(type)
                        && access.getTarget().getName().equals(method)));
  }
}
