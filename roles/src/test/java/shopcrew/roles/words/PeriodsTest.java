package shopcrew.roles.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
  /// A Wednesday.
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AD08每天30块投两周 | 2 week",
        "投14天 | 14 day",
        "一天350投抖音加大款,投5天 | 5 day",
        "valid 5 days | 5 day",
        "30 a day for two weeks on the XL wagon | 2 week",
        "for 10 days | 10 day",
        "for a week | 1 week",
        "a fortnight | 2 week",
        "先投一个月 | 1 month",
        "三个月 | 3 month",
        "半个月 | 15 day",
        "半年 | 6 month",
        "跑一天 | 1 day",
        "投十四天 | 14 day",
        "一个星期 | 1 week",
        "two months | 2 month",
        "投300块推加大款,到周日 | 5 day 2026-03-04 2026-03-08",
        "到下周五 | 10 day 2026-03-04 2026-03-13",
        "到10月31号 | 242 day 2026-03-04 2026-10-31",
        "到三月十五号 | 12 day 2026-03-04 2026-03-15",
        "到15号 | 12 day 2026-03-04 2026-03-15",
        "到这个月底 | 28 day 2026-03-04 2026-03-31",
        "到月底 | 28 day 2026-03-04 2026-03-31",
        "until Sunday | 5 day 2026-03-04 2026-03-08",
        "till next Friday | 10 day 2026-03-04 2026-03-13",
        "through 31 Mar | 28 day 2026-03-04 2026-03-31",
        "until March 31 | 28 day 2026-03-04 2026-03-31",
        "until the end of the month | 28 day 2026-03-04 2026-03-31",
        "until 3/15 | 12 day 2026-03-04 2026-03-15",
        "这个月 | 28 day 2026-03-04 2026-03-31",
        "本月投500 | 28 day 2026-03-04 2026-03-31",
        "本周 | 5 day 2026-03-04 2026-03-08",
        "周末搞个活动 | 2 day 2026-03-07 2026-03-08",
        "下周投200 | 7 day 2026-03-09 2026-03-15",
        "next month | 30 day 2026-04-01 2026-04-30",
        "明天开始投三天 | 3 day 2026-03-05 2026-03-07",
        "from Monday for 10 days | 10 day 2026-03-09 2026-03-18",
        "从周一开始投一周 | 1 week 2026-03-09 2026-03-15",
        "3月10号到3月16号 | 7 day 2026-03-10 2026-03-16",
        "10号到16号 | 7 day 2026-03-10 2026-03-16",
        "周五到周日 | 3 day 2026-03-06 2026-03-08",
        "from Friday to Sunday | 3 day 2026-03-06 2026-03-08",
        "2026-03-10至2026-03-12 | 3 day 2026-03-10 2026-03-12",
        "国庆投500 | 7 day 2026-10-01 2026-10-07",
        "五一搞活动 | 5 day 2026-05-01 2026-05-05",
        "就今天投200 | 1 day 2026-03-04 2026-03-04",
        "明天一天 | 1 day 2026-03-05 2026-03-05",
        "from tomorrow | 0 day 2026-03-05 null open",
        "每天30 | 0 day open",
        "日预算50 | 0 day open",
        "30 a day | 0 day open",
        "30块一天 | 0 day open",
        "每个月500块 | 0 month open",
        "500 a week | 0 week open",
        "今天把AD08停了 | none",
        "投300块 | none",
        "最近30天没下单的客户 | none",
        "三个月没来的老客户 | none",
        "那个一天加到50,投一周 | 1 week",
        "3月底前有效 | 28 day 2026-03-04 2026-03-31",
        "周六周日两天 | 2 day 2026-03-07 2026-03-08",
        "投一个月(30天) | 30 day",
        "3天前 | none",
        "过去两周 | none",
        "last 30 days | none",
        "昨天卖了多少 | none",
      })
  void periods_as_owners_say_them(String typed, String expected) {
    assertEquals(expected, shown(typed, TODAY));
  }

  @Test
  void until_sunday_said_on_a_sunday_is_that_day() {
    assertEquals("1 day 2026-03-08 2026-03-08", shown("到周日", LocalDate.of(2026, 3, 8)));
  }

  @Test
  void the_days_of_a_length_count_from_its_start() {
    Period month = Periods.in("先投一个月", TODAY).orElseThrow();
    assertEquals(31, month.days(TODAY));
    assertEquals(LocalDate.of(2026, 4, 3), month.lastDay(TODAY));
    assertEquals(14, Periods.in("两周", TODAY).orElseThrow().days(TODAY));
  }

  private static String shown(String typed, LocalDate today) {
    return Periods.in(typed, today)
        .map(
            p -> {
              String days = p.start() == null ? "" : " " + p.start() + " " + p.end();
              String unit = p.unit().name().toLowerCase(Locale.ROOT);
              return p.count() + " " + unit + days + (p.endGiven() ? "" : " open");
            })
        .orElse("none");
  }
}
