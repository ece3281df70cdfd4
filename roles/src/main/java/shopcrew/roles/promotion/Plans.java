package shopcrew.roles.promotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.AdCampaign;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Normal;

/// Which ad plans a text means: by id, by platform, by words of the plan's name, by the product.
final class Plans {
  private static final double ENOUGH = 0.6;
  private static final double NEAR = 0.75;
  private static final Pattern PIECE = Pattern.compile("[\\p{IsHan}]+|[a-z0-9]{2,}");
  private static final Pattern DURATION =
      Pattern.compile(
          "(?<![a-z0-9])(?:[\\d一二两三四五六七八九十半]+|每)\\s?个?(?:天|日|周|星期|礼拜|月|days?|weeks?|months?)");
  private static final Pattern RUNNING_ONE =
      Pattern.compile("再|续|继续|那个|那条|那边|的广告|广告再|resume|again|keep|extend|restart");
  private static final Set<String> GENERAL =
      Set.of("ad", "ads", "the", "campaign", "new", "export");
  private static final int SHORT = 20;
  private static final int FAR_BACK = 6;
  private static final int JUST_BEFORE = 2;
  private static final Pattern QUESTION = Pattern.compile("[?？]|还差|I still need");
  private static final Pattern BACK_REFERENCE =
      Pattern.compile("它|这个|那个|这条|那条|刚才|该计划|\\b(?:it|that one|this one|that|the same)\\b");

  private final Store store;
  private final Shelf.Kept shelf;
  private final Platforms platforms;

  /// @param plans the plans that may be meant; one when it is clear
  /// @param sku the product that the text names, if it is one
  /// @param platform the platform that the text names, if it is one
  /// @param rest the normal text without names, ids and sizes, for reading sums from it
  record Meant(
      List<AdCampaign> plans, @Nullable String sku, @Nullable String platform, String rest) {
    boolean one() {
      return plans.size() == 1;
    }
  }

  Plans(Store store, Shelf.Kept shelf, Platforms platforms) {
    this.store = store;
    this.shelf = shelf;
    this.platforms = platforms;
  }

  Meant in(Turn turn) {
    Meant meant = in(turn.text());
    if (!meant.plans().isEmpty() || meant.sku() != null || meant.platform() != null) {
      return meant;
    }
    boolean spokenOf = BACK_REFERENCE.matcher(Normal.text(turn.text())).find();
    int back = spokenOf ? FAR_BACK : answersUs(turn) ? JUST_BEFORE : 0;
    List<Turn.Said> history = turn.history();
    for (int i = history.size() - 1; i >= 0 && i >= history.size() - back; i--) {
      Meant before = in(history.get(i).text());
      if (before.one()) {
        return new Meant(before.plans(), before.sku(), before.platform(), meant.rest());
      }
    }
    return meant;
  }

  /// Whether a short message follows a question of ours.
  private static boolean answersUs(Turn turn) {
    Turn.Said last = turn.history().isEmpty() ? new Turn.Said(false, "") : turn.history().getLast();
    return turn.text().length() <= SHORT && last.byUs() && QUESTION.matcher(last.text()).find();
  }

  Meant in(String said) {
    String text = Normal.text(said);
    List<AdCampaign> all = store.adResults().campaigns();
    String rest = DURATION.matcher(platforms.without(text)).replaceAll(Plans::blank);
    String sums = platforms.without(text);
    List<AdCampaign> byId = new ArrayList<>();
    for (AdCampaign plan : all) {
      Matcher id = id(plan).matcher(rest);
      if (id.find()) {
        byId.add(plan);
        rest = id.replaceAll(Plans::blank);
        sums = id(plan).matcher(sums).replaceAll(Plans::blank);
      }
    }
    List<String> named = platforms.in(text);
    String platform = named.size() == 1 ? named.getFirst() : null;
    if (!byId.isEmpty()) {
      String sku = byId.size() == 1 ? byId.getFirst().targetSku() : null;
      return new Meant(byId, sku, platform, sums);
    }
    Shelf.Meant goods = shelf.now().meant(withoutSums(rest));
    List<String> skus = goods.products().stream().map(Product::sku).toList();
    List<AdCampaign> here =
        platform == null ? all : all.stream().filter(plan -> on(plan, platform)).toList();
    List<AdCampaign> fitting =
        skus.isEmpty()
            ? here
            : here.stream().filter(plan -> skus.contains(plan.targetSku())).toList();
    if (skus.size() == 1 && fitting.isEmpty() && RUNNING_ONE.matcher(text).find()) {
      List<AdCampaign> alike = sharing(here, rest);
      if (alike.size() == 1) {
        return new Meant(alike, alike.getFirst().targetSku(), platform, sums);
      }
    }
    if (skus.size() == 1) {
      return new Meant(narrow(fitting, text, all), skus.getFirst(), platform, sums);
    }
    List<AdCampaign> close = closest(fitting.isEmpty() ? here : fitting, text, all);
    List<AdCampaign> wide = fitting.isEmpty() && platform != null ? here : fitting;
    boolean hint = platform != null || !skus.isEmpty();
    return new Meant(close.isEmpty() && hint ? wide : close, null, platform, sums);
  }

  /// Sums with a currency or a rate name no product; a bare number may ("350的手作杯").
  private static String withoutSums(String text) {
    StringBuilder rest = new StringBuilder(text);
    for (Amount sum : Amounts.in(text, "CNY")) {
      for (int i = sum.start(); i < sum.end(); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    return rest.toString();
  }

  private static String blank(MatchResult match) {
    return " ".repeat(match.group().length());
  }

  private boolean on(AdCampaign plan, String platform) {
    return platforms.in(plan.platform() + " " + plan.name()).contains(platform);
  }

  /// The plans whose names share a character with the text that no other of them has.
  private List<AdCampaign> sharing(List<AdCampaign> plans, String text) {
    return plans.stream()
        .filter(
            plan ->
                platforms
                    .without(Normal.text(plan.name()))
                    .chars()
                    .filter(c -> c > 0x3000 && text.indexOf(c) >= 0)
                    .anyMatch(
                        c -> plans.stream().filter(p -> p.name().indexOf(c) >= 0).count() == 1))
        .toList();
  }

  private List<AdCampaign> narrow(List<AdCampaign> plans, String text, List<AdCampaign> all) {
    List<AdCampaign> close = plans.size() < 2 ? plans : closest(plans, text, all);
    return close.isEmpty() ? plans : close;
  }

  /// The plans whose names share most with the text; rare words of the names count most.
  private List<AdCampaign> closest(List<AdCampaign> among, String text, List<AdCampaign> all) {
    Map<String, Integer> spread = new HashMap<>();
    all.forEach(plan -> marks(plan).forEach(mark -> spread.merge(mark, 1, Integer::sum)));
    double best = 0;
    Map<AdCampaign, Double> scores = new HashMap<>();
    for (AdCampaign plan : among) {
      double score = 0;
      for (String mark : marks(plan)) {
        if (text.contains(mark)) {
          score += Math.log((all.size() + 1.0) / spread.getOrDefault(mark, 1));
        }
      }
      scores.put(plan, score);
      best = Math.max(best, score);
    }
    double least = Math.max(ENOUGH, best * NEAR);
    return among.stream().filter(plan -> scores.getOrDefault(plan, 0.0) >= least).toList();
  }

  private Set<String> marks(AdCampaign plan) {
    Set<String> marks = new HashSet<>();
    Matcher piece = PIECE.matcher(platforms.without(Normal.text(plan.name())));
    while (piece.find()) {
      String word = piece.group();
      if (word.charAt(0) < 128 && !GENERAL.contains(word)) {
        marks.add(word);
      }
      for (int i = 0; word.charAt(0) >= 128 && i + 2 <= word.length(); i++) {
        marks.add(word.substring(i, i + 2));
      }
    }
    return marks;
  }

  private static Pattern id(AdCampaign plan) {
    return Pattern.compile(
        "(?<![a-z0-9])" + Pattern.quote(Normal.text(plan.id())) + "(?![a-z0-9])");
  }
}
