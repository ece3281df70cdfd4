package shopcrew.bot.setup;

import java.time.Duration;
import shopcrew.bot.Config;
import shopcrew.bot.config.Prices;
import shopcrew.bot.config.Provider;
import shopcrew.bot.config.Setting;
import shopcrew.bot.config.Slot;
import shopcrew.bot.look.ModelLook;
import shopcrew.bot.model.Clients;

/// An outside model, for those who want one. More than one is set by hand.
final class ModelStep {
  private static final String OLLAMA = "http://localhost:11434";

  /// A model of one's own may have to be loaded first.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Prices UNSAID = Prices.of("0").orElseThrow();
  private final Talk talk;
  private final Draft draft;

  ModelStep(Talk talk, Draft draft) {
    this.talk = talk;
    this.draft = draft;
  }

  void take() {
    talk.say("model.title");
    boolean had = !draft.get(Setting.MODEL_NAME).isEmpty();
    if (!talk.yes("model.want", had)) {
      draft.remove(Slot.FIRST.all());
      draft.save();
      return;
    }
    Config.Model model = kept();
    while (true) {
      model = asked(model);
      Verdict verdict = Verdict.of(ModelLook.at(Clients.of(model)), "model", talk);
      if (verdict == Verdict.LEFT) return;
      if (verdict == Verdict.RIGHT) break;
    }
    draft.put(Setting.MODEL_PROVIDER, model.provider().word());
    draft.put(Setting.MODEL_URL, model.url());
    draft.put(Setting.MODEL_KEY, model.key());
    draft.put(Setting.MODEL_NAME, model.name());
    draft.put(Setting.MODEL_PRICE, price());
    draft.save();
    talk.say("model.good", "name", model.name());
  }

  private Config.Model kept() {
    return model(
        Provider.of(draft.get(Setting.MODEL_PROVIDER)),
        draft.get(Setting.MODEL_URL),
        draft.get(Setting.MODEL_KEY),
        draft.get(Setting.MODEL_NAME));
  }

  /// What belongs to one provider is not proposed for another.
  private Config.Model asked(Config.Model before) {
    Provider provider = provider(before.provider().word());
    Config.Model now = provider == before.provider() ? before : model(provider, "", "", "");
    String url = now.url();
    if (!provider.hasUsualAddress()) {
      String usual = provider == Provider.OLLAMA && url.isEmpty() ? OLLAMA : url;
      url = like("model.url", usual, "https?://[!-~]{3,300}").replaceAll("/+$", "");
    }
    String key = provider.asksForKey() ? secret(now.key()) : "";
    return model(provider, url, key, like("model.name", now.name(), "\\S.{0,199}"));
  }

  private static Config.Model model(Provider provider, String url, String key, String name) {
    return new Config.Model(provider, url, key, name, UNSAID, PATIENCE, false, false, false);
  }

  private Provider provider(String usual) {
    while (true) {
      String typed = talk.ask("model.provider", usual);
      if (Provider.words().contains(typed)) return Provider.of(typed);
      talk.say("model.provider.shape");
    }
  }

  private String price() {
    while (true) {
      String typed = talk.ask("model.price", draft.get(Setting.MODEL_PRICE));
      if (Prices.of(typed).isPresent()) return typed;
      talk.say("model.price.shape");
    }
  }

  private String like(String key, String kept, String shape) {
    while (true) {
      String typed = talk.ask(key, kept);
      if (typed.matches(shape) && Address.fits(key, typed)) return typed;
      talk.say(key + ".shape");
    }
  }

  private String secret(String kept) {
    while (true) {
      String typed = talk.secret("model.key", kept);
      if (typed.matches("[!-~]{1,512}")) return typed;
      talk.say("whole");
    }
  }
}
