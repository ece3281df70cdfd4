package shopcrew.bot.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The 160 customers: the named cast first, then wholesale, resellers, overseas and retail.
final class Buyers {
  private static final int ALL = 160;

  private final Words words;
  private final Dice dice;
  private final List<Buyer> buyers = new ArrayList<>();

  Buyers(Words words, Dice dice) {
    this.words = words;
    this.dice = dice;
  }

  List<Buyer> all() throws IOException {
    for (var row : Sheet.read("seed/cast.csv")) {
      buyers.add(
          new Buyer(
              Ware.cell(row, "customer_id"),
              Ware.cell(row, "name"),
              Ware.cell(row, "company"),
              Ware.cell(row, "type"),
              Ware.cell(row, "phone"),
              Ware.cell(row, "email"),
              Ware.cell(row, "country"),
              Ware.cell(row, "province"),
              Ware.cell(row, "city"),
              Ware.cell(row, "address"),
              Ware.cell(row, "language"),
              Ware.cell(row, "source"),
              LocalDate.parse(Ware.cell(row, "registered_at")),
              Ware.cell(row, "note"),
              0,
              LocalDate.MAX));
    }
    int nth = 0;
    for (String company : words.list("wholesale")) addTrade(company, "wholesale", nth++ % 2 == 1);
    for (String company : words.list("reseller")) addTrade(company, "reseller", false);
    for (String person : words.list("overseas")) addOverseas(person.split(";", -1));
    while (buyers.size() < ALL) addRetail();
    return List.copyOf(buyers);
  }

  private void addTrade(String company, String type, boolean churned) {
    var until = churned ? LocalDate.of(2026, 6, 1).plusDays(dice.between(0, 60)) : LocalDate.MAX;
    int weight = churned ? dice.between(18, 26) : dice.between(6, 14);
    add(chinese(), company, type, dice.chance(500) ? "1688" : "微信", weight, until);
  }

  private void addRetail() {
    String source = dice.pick(words.list("retail_channel"));
    int weight = dice.chance(220) ? dice.between(5, 8) : dice.between(1, 5);
    add(chinese(), "", "retail", source, weight, LocalDate.MAX);
  }

  private void add(
      String name, String company, String type, String source, int weight, LocalDate until) {
    String[] place = dice.pick(words.list("place")).split(";");
    String street = dice.pick(words.list("street")) + dice.between(1, 380) + "号";
    String where = place[0].equals(place[1]) ? place[1] : place[0] + place[1];
    int n = buyers.size() + 1;
    buyers.add(
        new Buyer(
            id(n),
            name,
            company,
            type,
            "1" + dice.pick(List.of("33", "36", "38", "39", "58", "77", "87")) + phone(n),
            dice.chance(300) ? "u" + n + "@example.cn" : "",
            "中国",
            place[0],
            place[1],
            where + street,
            "zh",
            source,
            company.isEmpty() ? registered() : SampleShop.OPENED.minusDays(dice.between(5, 300)),
            "",
            weight,
            until));
  }

  private void addOverseas(String[] person) {
    int n = buyers.size() + 1;
    String street = dice.between(2, 180) + " " + dice.pick(List.of("Mill Lane", "Station Road"));
    buyers.add(
        new Buyer(
            id(n),
            person[0],
            person[1],
            "overseas",
            "+00 555" + (2000 + n * 13),
            "mail" + n + "@example.com",
            person[2],
            "",
            person[3],
            street + ", " + person[3],
            person[4],
            "独立站",
            registered(),
            "",
            dice.between(2, 6),
            LocalDate.MAX));
  }

  private String chinese() {
    return dice.pick(words.list("surname")) + dice.pick(words.list("given"));
  }

  private LocalDate registered() {
    return SampleShop.OPENED.minusDays(400).plusDays(dice.between(0, 590));
  }

  private static String id(int n) {
    return "C" + (10_000 + n + "").substring(1);
  }

  private static String phone(int n) {
    return "0000" + (1000 + n * 37);
  }
}
