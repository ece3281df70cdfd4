package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopcrew.bot.model.Models;

/// Mei says how customers are to be spoken to, and every sentence keeps to it, the built-in ones
/// too.
class HowMeiLikesItTest extends StoreWorld {
  private static final String PARKING = "门口有停车位吗？";

  private void meiTeaches(String line) {
    mei.says("记住：" + line);
    mei.sees("记好了");
  }

  @Test
  void no_exclamation_marks_in_the_houses_own_words_until_it_is_taken_back() {
    sofia.says("Hello there");
    sofia.sees("Hello! What can I help you with?");
    mei.says("不要用感叹号");
    mei.sees("不用感叹号").with("撤回");
    sofia.says("Hello there");
    sofia.sees("Hello. What can I help you with?");
    mei.taps("撤回");
    mei.sees("不作数了");
    sofia.says("Hello there");
    sofia.sees("Hello! What");
    mei.taps("撤回");
    mei.sees("之前就删掉了");
  }

  @Test
  void what_mei_taught_is_told_as_she_likes_it_and_its_figures_stay() {
    meiTeaches("门口有3个停车位，你随便停🚗！编号A-3!B");
    wangFang.says(PARKING);
    wangFang.sees("你随便停🚗！编号A-3!B");
    mei.says("以后跟客人说话别用表情");
    mei.says("跟客人不要用感叹号");
    mei.says("称呼客人为您");
    wangFang.says("请问" + PARKING);
    wangFang.sees("门口有3个停车位，您随便停。编号A-3!B");
  }

  @Test
  void a_product_keeps_its_name_and_the_owners_read_as_before() {
    shop.store().products().setTitles("XM-MB-102", "爱你马克杯！", "Love Mug!");
    wangFang.says("XM-MB-102多少钱");
    wangFang.sees("爱你马克杯！");
    mei.says("称呼客人为您");
    mei.says("不要用感叹号");
    wangFang.says("XM-MB-102现在多少钱");
    wangFang.sees("爱你马克杯！");
    mei.says("记住：你来就送杯垫！");
    mei.sees("你来就送杯垫！");
    wangFang.neverSees("爱您");
  }

  @Test
  void a_form_of_address_is_left_out_wherever_it_stands_alone() {
    meiTeaches("门口有三个停车位，亲，停哪儿都行哦");
    mei.says("不要说亲和哦");
    mei.sees("不带“亲”", "不带“哦”").with("删掉 1", "删掉 2");
    wangFang.says(PARKING);
    wangFang.sees("门口有三个停车位，停哪儿都行");
    wangFang.neverSees("亲，");
    wangFang.neverSees("哦");
  }

  @Test
  void an_owners_own_words_to_a_customer_are_not_touched() {
    mei.says("不要用感叹号");
    wangFang.says("我买三个马克杯，能便宜点吗？");
    mei.taps("回复客人");
    mei.says("可以的，亲！");
    wangFang.sees("可以的，亲！");
  }

  @Test
  void what_the_team_keeps_is_shown_and_deleted() {
    theShopRestarts(Runnable::run, Models.house());
    mei.says("你记住了我的哪些写作习惯？");
    mei.sees("还没有记下什么");
    mei.says("不要用感叹号");
    mei.says("不要用感叹号！");
    jun.says("Never say “dear” to customers");
    jun.sees("I leave out \"dear\"").with("Undo");
    mei.says("语气短一点");
    mei.sees("语气短一点", "自带的句子", "接上外面的模型").with("撤回");
    jun.says("what style rules do you keep");
    jun.sees("(3)", "1. no exclamation marks", "2. never say \"dear\"", "3. \"语气短一点\"")
        .with("Delete 1", "Delete 2", "Delete 3");
    jun.taps("Delete 1");
    mei.says("你记住了我的哪些口味");
    mei.sees("2 条", "不说“dear”", "“语气短一点”");
    mei.hasNoButton("删掉 1");
    sofia.says("Hello there");
    sofia.sees("Hello! What");
  }

  @Test
  void no_more_than_twenty_are_kept() {
    for (int i = 1; i <= 20; i++) mei.says("不要说“好的" + i + "”");
    mei.says("别用表情");
    mei.sees("最多记 20 条", "这条没记").with("删掉 1", "删掉 20");
    assertEquals(20, count("SELECT count(*) FROM tastes"));
  }

  @Test
  void nobody_but_the_owners_says_how() {
    lan.says("不要用感叹号");
    lan.sees("由店主来定");
    wangFang.says("不要用感叹号");
    assertEquals(0, count("SELECT count(*) FROM tastes"));
    mei.says("不要用感叹号");
    lan.tapsToken("taste:1:drop", "撤回");
    lan.sees("由店主来定");
    wangFang.tapsToken("taste:1:drop", "撤回");
    assertEquals(1, count("SELECT count(*) FROM tastes WHERE dropped_at IS NULL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不要发韵达",
        "别用圆通",
        "记住：不要说有货",
        "不要亲自送货",
        "以后不要用气泡袋",
        "哪些快没货了",
        "不用加急",
        "叫您久等了",
        "你好",
        "短一点",
        "标题写短一点",
        "don't use UPS",
        "never ship on Sundays",
        "no refunds on sale items",
        "have you got dear customers",
      })
  void what_is_about_something_else_is_no_matter_of_taste(String words) {
    mei.says(words);
    assertEquals(0, count("SELECT count(*) FROM tastes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不要用感叹号",
        "别老用感叹号了",
        "记住：以后回客人的时候不要加感叹号",
        "不要用！",
        "别用表情",
        "请不要发表情包。",
        "不要用emoji",
        "不要说亲",
        "别叫人家亲",
        "别用“亲”这个字",
        "跟客人说话别老说哈",
        "称呼客人为您",
        "对客人要用您，不要用你",
        "别说你，要说您",
        "语气短一点",
        "回复再简洁些",
        "别太啰嗦",
        "no exclamation marks",
        "please don't use exclamation marks when talking to customers",
        "don't use emojis",
        "no more emojis please",
        "never say 'dear'",
        "Don't call customers honey.",
        "keep it shorter",
        "be a bit more formal",
        "please don't sound so stiff",
      })
  void said_in_many_ways(String words) {
    mei.says(words);
    assertEquals(1, count("SELECT count(*) FROM tastes"));
  }
}
