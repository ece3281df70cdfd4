package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.FRIDAY;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// The pure parts: encoding, typed amounts, capitals, exposure, tiers.
class PartsTest {
  private static final Limits.Lines CNY = new Limits.Lines(10_000, 100_000, 1_000_000, 200_000);

  private static int tier(
      long max, long day, long week, boolean irreversible, boolean twice, boolean night) {
    var risks = EnumSet.noneOf(Tiers.Risk.class);
    if (irreversible) risks.add(Tiers.Risk.IRREVERSIBLE);
    if (twice) risks.add(Tiers.Risk.TWICE);
    if (night) risks.add(Tiers.Risk.NIGHT);
    return Tiers.of(CNY, max, day, week, risks, 1).number();
  }

  @Test
  void different_documents_have_different_bytes_and_each_is_read_back() {
    var random = new SplittableRandom(20261120);
    var seen = new HashMap<String, SortedMap<String, Value>>();
    for (int i = 0; i < 20_000; i++) {
      var fields = some(random);
      byte[] bytes = Encoding.encode("spend-doc/1", fields);
      assertEquals(fields, Encoding.decode("spend-doc/1", bytes), "read back");
      var before = seen.put(Arrays.toString(bytes), fields);
      assertTrue(before == null || before.equals(fields), "B4: two documents, the same bytes");
    }
  }

  /// From few letters, so that near misses are common.
  private static SortedMap<String, Value> some(SplittableRandom random) {
    var fields = new TreeMap<String, Value>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Value value =
          switch (random.nextInt(3)) {
            case 0 -> new Value.Text(word(random));
            case 1 -> new Value.Whole(random.nextLong(-3, 3));
            default ->
                new Value.Many(List.of(word(random), word(random)).subList(0, random.nextInt(3)));
          };
      fields.put(word(random), value);
    }
    return fields;
  }

  private static String word(SplittableRandom random) {
    var word = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) word.append("abt钱\0".charAt(random.nextInt(5)));
    return word.toString();
  }

  @Test
  void another_domain_is_another_hash_and_is_not_read() {
    var fields = some(new SplittableRandom(1));
    assertFalse(Encoding.hash("spend-doc/1", fields).equals(Encoding.hash("receipt/1", fields)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Encoding.decode("receipt/1", Encoding.encode("spend-doc/1", fields)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "350|35000", "350.00|35000", "350.5|35050", "３５０|35000", "¥350|35000", "￥350|35000",
        "350元|35000", "350 块|35000", "1,000|100000", "１，０００|100000", "0.06|6", " 350 |35000"
      })
  void these_are_amounts(String text, long minor) {
    assertEquals(new Amounts.Typed.Amount(Money.of(minor, "CNY")), Amounts.read(text, "CNY"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.000", "1,00", "10,00", "三百五十", "叁佰伍拾元整", "1.2.3", "350.", "3万", "一千二", "300 50"
      })
  void these_are_meant_as_amounts_and_are_not_read(String text) {
    assertInstanceOf(Amounts.Typed.Unclear.class, Amounts.read(text, "CNY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"好的", "OK", "确认", "-350", "350 for ads", "花350", "", "元", "👍", "1e3"})
  void these_are_for_somebody_else(String text) {
    assertInstanceOf(Amounts.Typed.Other.class, Amounts.read(text, "CNY"));
  }

  @ParameterizedTest
  @CsvSource({
    "0,零元整",
    "1000,壹拾元整",
    "35000,叁佰伍拾元整",
    "120000,壹仟贰佰元整",
    "100500,壹仟零伍元整",
    "1001000,壹万零壹拾元整",
    "1050000,壹万零伍佰元整",
    "10000000,壹拾万元整",
    "10000001,壹拾万元零壹分",
    "5,伍分",
    "50,伍角",
    "105,壹元零伍分",
    "155,壹元伍角伍分",
    "10000000000,壹亿元整",
    "10000100000,壹亿零壹仟元整",
    "11000000,壹拾壹万元整",
    "20003000,贰拾万零叁拾元整"
  })
  void capitals_as_on_a_cheque(long minor, String capitals) {
    assertEquals(capitals, Capitals.of(Money.of(minor, "CNY")));
  }

  @ParameterizedTest
  @CsvSource({
    // max, agreed in a day, in a week, irreversible, twice, night -> tier
    "1,0,0,false,false,false,1",
    "10000,0,0,false,false,false,1",
    "10001,0,0,false,false,false,2",
    "100000,0,0,false,false,false,2",
    "100001,0,0,false,false,false,3",
    "1000000,0,0,false,false,false,3",
    "1000001,0,0,false,false,false,4",
    "5000,5000,5000,false,false,false,1",
    "5000,5001,5001,false,false,false,2",
    "5000,0,45000,false,false,false,1",
    "5000,0,45001,false,false,false,2",
    "5000,0,0,true,false,false,2",
    "5000,0,0,true,true,false,3",
    "5000,0,0,true,true,true,4",
    "50000,0,0,false,false,true,3",
    "50000,0,0,true,true,true,4"
  })
  void tiers_by_amount_history_and_risk(
      long max, long day, long week, boolean irreversible, boolean twice, boolean night, int tier) {
    assertEquals(tier, tier(max, day, week, irreversible, twice, night));
  }

  @Test
  void k_small_spends_are_tiered_as_their_sum() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 5_000; i++) {
      long sum = random.nextLong(1, 300_000);
      long last = random.nextLong(1, sum + 1);
      int whole = tier(sum, 0, 0, false, false, false);
      int split = tier(last, sum - last, sum - last, false, false, false);
      assertTrue(split >= whole, sum + " in parts");
    }
  }

  @Test
  void a_risk_never_lowers_a_tier() {
    for (long max : new long[] {1, 10_000, 10_001, 100_000, 100_001, 2_000_000}) {
      for (int bits = 0; bits < 8; bits++) {
        int plain = tier(max, 0, 0, false, false, false);
        int risky = tier(max, 0, 0, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0);
        assertTrue(risky >= plain);
      }
    }
  }

  @Test
  void exposure_is_never_less_than_the_parts() {
    var random = new SplittableRandom(11);
    for (int i = 0; i < 2_000; i++) {
      int days = random.nextInt(1, 40);
      Money perDay = Money.of(random.nextLong(1, 10_000), "CNY");
      var term = new Proposal.Term("day", days, FRIDAY, FRIDAY.plusDays(days - 1));
      var ad = new Proposal.AdBudget("A", "A", "抖音", Money.of(1, "CNY"), perDay, term, List.of());
      assertEquals(new Exposure.Worst(perDay.times(days)), Exposure.of(ad, "CNY", FRIDAY), "C8");
    }
  }

  @Test
  void no_finite_worst_case_no_spend() {
    var open = new Proposal.Term("day", 0, FRIDAY, null);
    var past = new Proposal.Term("day", 1, FRIDAY.minusDays(9), FRIDAY.minusDays(1));
    assertRefused("no_end", new Proposal.AdBudget("A", "A", "x", yuan(1), null, open, List.of()));
    assertRefused(
        "no_end", new Proposal.Coupon(1, yuan(1), null, null, open, "a", "b", yuan(1), List.of()));
    assertRefused(
        "no_count",
        new Proposal.Coupon(0, yuan(1), null, null, past, "a", "b", yuan(1), List.of()));
    assertRefused(
        "no_face", new Proposal.Coupon(5, yuan(0), 10, null, past, "a", "b", yuan(1), List.of()));
    assertRefused("amount", new Proposal.Purchase("sample", "a", "b", yuan(0), List.of()));
    assertRefused("amount", new Proposal.Purchase("sample", "a", "b", yuan(-1), List.of()));
    assertRefused(
        "currency", new Proposal.Purchase("sample", "a", "b", Money.of(1, "USD"), List.of()));
    assertRefused(
        "amount",
        new Proposal.Restock("A", "A", 2, Money.of(Long.MAX_VALUE, "CNY"), yuan(1), List.of()));
    assertRefused(
        "no_recipients",
        new Proposal.Broadcast("g", "l", "sms", List.of(), 0, yuan(1), "x", yuan(1), List.of()));
  }

  private static void assertRefused(String why, Proposal proposal) {
    assertEquals(new Exposure.Refused("refuse." + why), Exposure.of(proposal, "CNY", FRIDAY));
  }
}
