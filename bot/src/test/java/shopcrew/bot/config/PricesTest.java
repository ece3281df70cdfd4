package shopcrew.bot.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the tokens cost by the day.
class PricesTest {
  private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-21");
  private static final LocalDate DECEMBER = LocalDate.parse("2026-12-01");

  private static Prices prices(String text) {
    return Prices.of(text).orElseThrow();
  }

  @Test
  void one_number_is_the_price_both_ways() {
    assertEquals(4_200_000, prices("4.20").cost(NOVEMBER, 600_000, 400_000));
    assertEquals(5, prices("4.20").cost(NOVEMBER, 1, 0), "a part of a millionth is a whole one");
  }

  @Test
  void to_read_is_cheaper_than_to_write() {
    assertEquals(2 * 1000 + 8 * 100, prices("2/8").cost(NOVEMBER, 1000, 100));
  }

  @Test
  void a_new_price_counts_from_its_day_on() {
    Prices prices = prices("2026-12-01 3/12; 2026-01-01 2/8");
    assertEquals(2800, prices.cost(NOVEMBER, 1000, 100));
    assertEquals(2800, prices.cost(DECEMBER.minusDays(1), 1000, 100));
    assertEquals(4200, prices.cost(DECEMBER, 1000, 100));
    assertEquals(2800, prices.cost(LocalDate.parse("2025-06-01"), 1000, 100));
  }

  @Test
  void the_worst_looks_a_day_ahead_and_a_day_back() {
    Prices dearer = prices("2026-01-01 2/8; 2026-12-01 3/12");
    assertEquals(2800, dearer.worst(NOVEMBER, 1000, 100));
    assertEquals(4200, dearer.worst(DECEMBER.minusDays(1), 1000, 100));
    Prices cheaper = prices("2026-01-01 3/12; 2026-12-01 2/8");
    assertEquals(4200, cheaper.worst(DECEMBER, 1000, 100));
    assertEquals(2800, cheaper.worst(DECEMBER.plusDays(1), 1000, 100));
  }

  @Test
  void free_is_what_never_costs_anything() {
    assertTrue(prices("0").free());
    assertTrue(prices("0/0.0").free());
    assertFalse(prices("0/1").free());
    assertFalse(prices("2026-01-01 0; 2026-12-01 1").free());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "free",
        "-1",
        "4,20",
        "1/2/3",
        "2/",
        "1e3",
        "0.1234567",
        "1234567",
        "2026-13-01 1",
        "2026-02-30 1",
        "1; 2",
        "2026-01-01 1; 2",
        "2026-01-01 1; 2026-01-01 2",
        "2026-01-01 1;"
      })
  void what_is_no_price_is_none(String text) {
    assertTrue(Prices.of(text).isEmpty());
  }

  @Test
  void a_table_has_an_end() {
    var rows = new StringBuilder("2000-01-01 1");
    for (int year = 2001; year < 2020; year++) rows.append("; ").append(year).append("-01-01 1");
    assertEquals(20, prices(rows.toString()).rows().size());
    assertTrue(Prices.of(rows + "; 2030-01-01 1").isEmpty());
  }
}
