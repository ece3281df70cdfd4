package shopcrew.bot.setup;

import java.util.List;
import shopcrew.bot.config.Setting;
import shopcrew.bot.look.ModelLook;
import shopcrew.bot.look.Outside;

/// An outside model, for those who want one.
final class ModelStep {
  private static final List<Setting> ALL =
      List.of(
          Setting.MODEL_URL,
          Setting.MODEL_KEY,
          Setting.MODEL_NAME,
          Setting.MODEL_PRICE,
          Setting.MODEL_TIMEOUT);

  private final Talk talk;
  private final Draft draft;
  private final Outside outside;

  ModelStep(Talk talk, Draft draft, Outside outside) {
    this.talk = talk;
    this.draft = draft;
    this.outside = outside;
  }

  void take() {
    talk.say("model.title");
    boolean had = !draft.get(Setting.MODEL_URL).isEmpty();
    if (!talk.yes("model.want", had)) {
      draft.remove(ALL);
      draft.save();
      return;
    }
    String url = draft.get(Setting.MODEL_URL);
    String key = draft.get(Setting.MODEL_KEY);
    String name = draft.get(Setting.MODEL_NAME);
    while (true) {
      url = like("model.url", url, "https?://[!-~]{3,300}").replaceAll("/+$", "");
      key = secret(key);
      name = like("model.name", name, "\\S.{0,199}");
      Verdict verdict = Verdict.of(ModelLook.at(outside, url, key, name), "model", talk);
      if (verdict == Verdict.LEFT) return;
      if (verdict == Verdict.RIGHT) break;
    }
    String price = like("model.price", draft.get(Setting.MODEL_PRICE), "\\d{1,6}(\\.\\d{1,6})?");
    draft.put(Setting.MODEL_URL, url);
    draft.put(Setting.MODEL_KEY, key);
    draft.put(Setting.MODEL_NAME, name);
    draft.put(Setting.MODEL_PRICE, price);
    draft.save();
    talk.say("model.good", "name", name);
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
