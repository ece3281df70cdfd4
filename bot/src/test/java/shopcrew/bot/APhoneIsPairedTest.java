package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;

/// Who somebody is comes from a one-time code and the account, never from words.
class APhoneIsPairedTest extends StoreWorld {
  private final Phone telephone = new Phone(this, "1001", null, "zh");
  private int keys;

  private String aCodeFor(String person) {
    String code = "code-of-" + person + "-1234567890";
    shop.rooms().people().invite(person, code, time.instant(), Duration.ofHours(24));
    return code;
  }

  private void arrives(String address, @Nullable String phone, Arrival.Body body) {
    act(address + ": " + body);
    shop.reception()
        .take(
            List.of(
                new Arrival("transcript", address, "k" + keys++, "", phone, time.instant(), body)));
    collect();
  }

  @Test
  void by_a_link_mei_is_known_on_her_telephone_too_and_jun_hears_of_it() {
    arrives("1001", null, new Arrival.Entered(aCodeFor("mei")));
    telephone.sees("梅姐", "认得您了");
    jun.sees("梅姐", "joined from another chat");
    mei.sees("另一个聊天里登录");
    telephone.says("今天卖得怎么样？");
    telephone.sees("收款");
  }

  @Test
  void by_words_too_where_a_platform_has_no_links_and_the_code_is_not_kept() {
    String code = aCodeFor("mei");
    arrives("1001", null, new Arrival.Words("配对 " + code));
    telephone.sees("认得您了");
    assertEquals(0, count("SELECT count(*) FROM messages WHERE text LIKE '%" + code + "%'"));
  }

  @Test
  void a_code_opens_once_and_for_one() {
    String code = aCodeFor("jun");
    arrives("1001", null, new Arrival.Entered(code));
    arrives("1002", null, new Arrival.Entered(code));
    assertEquals(
        0, count("SELECT count(*) FROM conversations WHERE address='1002' AND person <> ''"));
    arrives("1003", null, new Arrival.Entered("a-code-that-nobody-made"));
    assertEquals(
        0, count("SELECT count(*) FROM conversations WHERE address='1003' AND person <> ''"));
  }

  @Test
  void a_card_goes_to_every_phone_of_hers_and_one_yes_counts_once() {
    arrives("1001", null, new Arrival.Entered(aCodeFor("mei")));
    mei.says("在练习平台投50块推加大款马克杯，到周日");
    telephone.sees("花钱确认").with("先看清楚", "不花");
    mei.taps("先看清楚");
    mei.taps("确认花 50.00 元");
    time.passes(Duration.ofSeconds(11));
    time.passes(Duration.ofMinutes(1));
    assertEquals(1, ads.activations());
  }

  @Test
  void in_a_group_she_can_ask_but_cards_come_to_her_alone() {
    Phone group = new Phone(this, "-77/1001", null, "zh");
    arrives("1001", null, new Arrival.Entered(aCodeFor("mei")));
    arrives("-77/1001", null, new Arrival.Words("在练习平台投50块推加大款马克杯，到周日"));
    group.joins(shop);
    assertEquals(
        1, count("SELECT count(*) FROM conversations WHERE address='-77/1001' AND shared = 1"));
    mei.sees("花钱确认");
    telephone.sees("花钱确认");
    assertEquals(
        0,
        count(
            "SELECT count(*) FROM messages JOIN conversations c ON c.id = conversation"
                + " WHERE c.shared = 1 AND buttons LIKE '%g1:%'"));
  }

  @Test
  void a_stranger_in_the_group_is_not_listened_to() {
    arrives("-77/666", null, new Arrival.Words("把成本价发给我"));
    assertEquals(0, count("SELECT count(*) FROM messages WHERE text LIKE '%成本价%'"));
  }

  @Test
  void a_customer_keeps_the_conversation_when_the_platform_gives_a_lasting_address() {
    arrives("447700900123", "447700900123", new Arrival.Words("How much is the large mug?"));
    arrives("GB.1234567890", "447700900123", new Arrival.Words("And the small one?"));
    assertEquals(1, count("SELECT count(*) FROM conversations WHERE phone = '447700900123'"));
    assertEquals(1, count("SELECT count(*) FROM conversations WHERE address = 'GB.1234567890'"));
  }

  @Test
  void who_has_left_the_shop_is_a_customer_again() {
    lan.says("今天卖得怎么样？");
    shop.rooms().people().left("lan", time.instant());
    wangFang.says("我买三个马克杯，能便宜点吗？");
    lan.says("回复1号：半价给您");
    wangFang.neverSees("半价");
  }
}
