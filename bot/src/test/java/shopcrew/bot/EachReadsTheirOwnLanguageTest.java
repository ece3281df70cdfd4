package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// An owner and a customer who share no language read each other beside the original, and nothing
/// goes out translated that its owner has not seen.
class EachReadsTheirOwnLanguageTest extends AidedWorld {
  private static final String SPANISH =
      "Hola, quiero hablar con una persona por favor, tengo 2 tazas rotas";

  private void sofiaWantsAPerson() {
    puts("zh", "您好，我想找真人谈谈，我有 2 个杯子是碎的");
    sofia.says(SPANISH);
  }

  @Test
  void mei_reads_spanish_with_a_translation_beside_it() {
    sofiaWantsAPerson();
    mei.sees("tengo 2 tazas rotas", "（译）您好，我想找真人谈谈");
  }

  @Test
  void a_translation_with_other_figures_is_not_shown() {
    puts("zh", "您好，我想找真人谈谈，我有 3 个杯子是碎的");
    sofia.says(SPANISH);
    mei.sees("tengo 2 tazas rotas");
    mei.neverSees("3 个杯子");
  }

  @Test
  void an_answer_goes_out_translated_after_both_were_seen() {
    sofiaWantsAPerson();
    mei.taps("回复客人");
    puts("es", "Hola, le enviamos 2 tazas nuevas el lunes, no paga nada.");
    puts("zh", "您好，周一给您补发两个新杯子，您不用付钱。");
    mei.says("您好，两个新杯子周一给您补发，您不用付钱。");
    mei.sees("西班牙语", "周一给您补发", "2 tazas nuevas el lunes").with("发送译文", "发原文");
    sofia.seesNothing();
    mei.taps("发送译文");
    sofia.sees("2 tazas nuevas el lunes");
    sofia.neverSees("周一给您补发");
    mei.sees("已发给客人");
    jun.sees("周一给您补发");
    mei.taps("发原文");
    sofia.seesNothing();
  }

  @Test
  void the_original_can_go_out_instead() {
    sofiaWantsAPerson();
    mei.taps("回复客人");
    puts("es", "Hola, un momento.");
    puts("zh", "您好，请稍等。");
    mei.says("您好，请稍等。");
    mei.taps("发原文");
    sofia.sees("您好，请稍等");
    sofia.neverSees("un momento");
  }

  @Test
  void a_translation_with_another_price_is_not_offered() {
    sofiaWantsAPerson();
    mei.taps("回复客人");
    puts("es", "La taza nueva cuesta 28 CNY.");
    mei.says("新杯子82块。");
    mei.sees("对不上", "新杯子82块").with("发原文");
    mei.hasNoButton("发送译文");
    mei.neverSees("28 CNY");
    puts("es", "La taza nueva cuesta 82 CNY.");
    puts("zh", "新杯子82元。");
    mei.says("新杯子82元。");
    mei.sees("82 CNY").with("发送译文");
    mei.taps("发送译文");
    sofia.sees("82 CNY");
  }

  @Test
  void a_translation_that_turned_no_into_yes_is_not_offered() {
    sofiaWantsAPerson();
    mei.taps("回复客人");
    puts("es", "Hola, podemos devolverle el dinero.");
    puts("zh", "您好，我们可以退款。");
    mei.says("您好，我们不能退款。");
    mei.sees("我们不能退款").with("发原文");
    mei.hasNoButton("发送译文");
  }

  @Test
  void an_older_offer_still_sends_what_stands_above_it() {
    sofiaWantsAPerson();
    mei.taps("回复客人");
    puts("es", "Hola, un momento.");
    puts("zh", "您好，请稍等。");
    mei.says("您好，请稍等。");
    var first = mei.button("发送译文");
    puts("es", "Hola, hasta mañana.");
    puts("zh", "您好，明天见。");
    mei.says("您好，明天见。");
    mei.taps(first);
    sofia.sees("un momento");
  }

  @Test
  void without_the_model_it_goes_as_it_was_typed() {
    sofia.says(SPANISH);
    mei.sees("tengo 2 tazas rotas");
    mei.neverSees("（译");
    mei.taps("回复客人");
    mei.says("您好，请稍等。");
    sofia.sees("您好，请稍等");
  }

  @Test
  void what_she_says_next_comes_translated_too() {
    sofiaWantsAPerson();
    mei.taps("回复客人");
    mei.says("Hola, un momento por favor, gracias.");
    sofia.sees("un momento por favor");
    puts("zh", "谢谢，我等 5 分钟");
    sofia.says("gracias, espero 5 minutos por favor");
    mei.sees("又说", "espero 5 minutos", "（译）谢谢，我等 5 分钟");
  }

  @Test
  void who_shares_a_language_needs_no_model() {
    puts("zh", "大号马克杯买 40 个能便宜吗？");
    daniel.says("Can you give me a discount on the large mug if I buy 40 pieces?");
    jun.sees("discount");
    jun.taps("Answer");
    jun.says("Sorry, the price is the same for everybody.");
    daniel.sees("the same for everybody");
    assertEquals(1, model.asked.size()); // for Mei
  }
}
