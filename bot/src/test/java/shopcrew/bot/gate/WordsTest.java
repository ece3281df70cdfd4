package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.FRIDAY;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// H3 and H4: every sentence says spent, not spent or unknown, exactly one; every card is short.
class WordsTest {
  private static final Pattern SLOT = Pattern.compile("\\{\\w+}");
  private final Bundle words = new Bundle("gate");
  private final Cards cards = new Cards(words, GateWorld.SHANGHAI);

  @Test
  void both_languages_have_the_same_sentences_with_the_same_slots() {
    assertEquals(new TreeSet<>(words.keys("zh")), new TreeSet<>(words.keys("en")));
    for (String key : words.keys("zh")) {
      assertEquals(slots(raw("zh", key)), slots(raw("en", key)), key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("H3: every sentence tells exactly one truth")
  void every_sentence_tells_exactly_one_truth(String language) {
    for (String key : words.keys(language)) {
      if (!key.startsWith("say.")) continue;
      assertEquals(1, truths(language, raw(language, key)), key + ": " + raw(language, key));
    }
  }

  @Test
  void the_check_itself_finds_none_and_two() {
    assertEquals(0, truths("zh", "好的，这笔不花了。"));
    assertEquals(2, truths("zh", "没有花钱。花了 3.00 元。"));
    assertEquals(0, truths("en", "All right."));
    assertEquals(2, truths("en", "Nothing spent. It spent {charged}."));
  }

  @Test
  @DisplayName("H3 H4: every card is short, has the header and tells one truth")
  void every_card_is_short_has_the_header_and_tells_one_truth() {
    for (var proposal : all()) {
      for (int tier = 1; tier <= 4; tier++) {
        for (String blocked : List.of("", "over_cap", "over_plan")) {
          var doc = doc(proposal, tier, blocked);
          for (String language : List.of("zh-CN", "en")) {
            for (String card :
                List.of(
                    cards.first(doc, language),
                    cards.ask(doc, language),
                    cards.pin(doc, language),
                    cards.confirm(doc, language))) {
              assertTrue(card.lines().count() <= 8, card);
              assertTrue(card.startsWith(language.equals("en") ? "🔒 Spending check" : "🔒 花钱确认"));
              assertEquals(1, truths(language.substring(0, 2), card), card);
              assertFalse(SLOT.matcher(card).find(), card);
              String most = language.equals("en") ? "(?i)at most cny.*" : "(一共)?最多 .*";
              assertTrue(card.lines().anyMatch(line -> line.matches(most)), card);
            }
          }
        }
      }
    }
  }

  @Test
  void callback_data_is_short() {
    assertTrue("g1:".length() + 24 <= 64);
  }

  @Test
  void words_from_outside_imitate_neither_a_card_nor_a_button() {
    String label = Plain.line("🔒 花钱确认\n确认花 g1:abc http://evil.example 🔓x", 40);
    assertFalse(label.contains("🔒") || label.contains("\n") || label.contains("g1:"));
    assertFalse(label.contains("花钱确认") || label.contains("http"));
    assertEquals(41, Plain.line("长".repeat(100), 40).length());
  }

  static List<Proposal> all() {
    var term = new Proposal.Term("day", 3, FRIDAY, FRIDAY.plusDays(2));
    var odd = List.of("losing_campaign", "below_floor", "over_discount", "never_heard_of");
    var some = new ArrayList<Proposal>();
    some.add(new Proposal.AdBudget("A", "甲", "抖音", yuan(90), yuan(30), term, odd));
    some.add(new Proposal.AdBudget("A", "甲", "sandbox", yuan(90), null, term, odd));
    some.add(new Proposal.Coupon(9, yuan(10), 10, yuan(50), term, "all", "券", yuan(90), odd));
    some.add(new Proposal.PriceChange("A", "甲", yuan(20), yuan(10), 9, term, yuan(90), odd));
    some.add(new Proposal.PriceChange("A", "甲", yuan(20), yuan(10), 9, null, yuan(90), odd));
    some.add(
        new Proposal.Broadcast("g", "老客", "sms", List.of("C1"), 2, yuan(1), "x", yuan(90), odd));
    some.add(new Proposal.Restock("A", "甲", 9, yuan(10), yuan(90), odd));
    some.add(new Proposal.Purchase("sample", "厂", "样品", yuan(90), odd));
    some.add(new Proposal.Mandate("抖音", yuan(30), term, yuan(90), odd));
    some.add(new Proposal.Refund("O1", "王芳", "坏了", yuan(90), odd));
    return some;
  }

  static SpendDoc doc(Proposal proposal, int tier, String blocked) {
    var fields = new TreeMap<>(Facts.of(proposal, FRIDAY));
    fields.put("intent", new Value.Text("7F3KQ2AB"));
    fields.put("max", new Value.Whole(Money.of(9_000, "CNY").minor()));
    fields.put("tier", new Value.Whole(tier));
    fields.put("tier_reasons", new Value.Many(List.of("twice", "night")));
    fields.put("expires", new Value.Whole(1_795_140_000_000L));
    fields.put("persons", new Value.Whole(tier == 4 ? 2 : 1));
    fields.put("grace", new Value.Whole(Tiers.graceSeconds(tier, 1, 2)));
    fields.putIfAbsent("wait", new Value.Text(""));
    fields.put("blocked", new Value.Text(blocked));
    fields.put("window", new Value.Text("D"));
    fields.put("left", new Value.Whole(100));
    if (Set.of("ads", "coupon", "price", "restock")
        .contains(new SpendDoc(fields).category().word())) {
      fields.put(EarnBack.PIECES, new Value.Whole(2));
      fields.put(EarnBack.EACH, new Value.Whole(8_900));
      fields.put(EarnBack.SOLD, new Value.Whole(20));
    }
    return new SpendDoc(fields);
  }

  private static int truths(String language, String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    var truths =
        language.equals("zh")
            ? List.of("没有花钱", "花了 [\\d{]", "还不知道", "\\{truth}")
            : List.of(
                "nothing spent", "(?<!nothing )spent (cny|\\{)", "not known yet", "\\{truth}");
    int count = 0;
    for (String truth : truths) {
      if (Pattern.compile(truth).matcher(lower).find()) count++;
    }
    return count;
  }

  private String raw(String language, String key) {
    var slots = new ArrayList<Object>();
    for (String slot : SLOTS) {
      slots.add(slot);
      slots.add("{" + slot + "}");
    }
    return words.say(language, key, slots.toArray());
  }

  private static final List<String> SLOTS =
      List.of(
          "ways",
          "charged",
          "plain",
          "label",
          "platform",
          "count",
          "face",
          "from",
          "to",
          "via",
          "content",
          "amount",
          "capitals",
          "each",
          "most",
          "threshold",
          "left",
          "target",
          "end",
          "warnings",
          "until",
          "button",
          "seconds",
          "window",
          "currency",
          "line",
          "what",
          "truth",
          "tries",
          "who",
          "tag",
          "beyond",
          "settings",
          "halted",
          "running",
          "sent",
          "code",
          "max",
          "at",
          "id",
          "day",
          "month",
          "value",
          "start",
          "names",
          "now",
          "both",
          "small",
          "middle",
          "limit",
          "wait",
          "drawn",
          "maybe",
          "by",
          "sold",
          "note",
          "earn",
          "where");

  private static TreeSet<String> slots(String sentence) {
    var slots = new TreeSet<String>();
    var found = SLOT.matcher(sentence);
    while (found.find()) slots.add(found.group());
    return slots;
  }
}
