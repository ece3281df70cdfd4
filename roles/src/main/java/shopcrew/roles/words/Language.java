package shopcrew.roles.words;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The language a text is written in, told by its script and its small words. Short or wordless
/// text ("ok", "AD08 300") is UNKNOWN: the conversation then stays in the language it had.
public enum Language {
  ZH,
  EN,
  ES,
  RU,
  JA,
  DE,
  FR,
  PT,
  IT,
  KO,
  AR,
  OTHER,
  UNKNOWN;

  private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
  private static final Pattern LINK = Pattern.compile("\\S+@\\S+|https?://\\S+|www\\.\\S+");
  private static final Set<String> SAME_EVERYWHERE =
      words(
          """
          ok okay no yes hi hello per ce fcc fda pdf logo led diy usb sku xl xxl ad ads vip moq fob cif
          paypal whatsapp wechat\
          """);
  private static final Map<Language, Set<String>> SMALL_WORDS =
      Map.of(
          EN,
              words(
                  """
                  the is are do does you your have can how what when where which who why for with
                  this that my it and of in to i we me please thanks thank much any will would need
                  want order ship price not good morning stop a on many there sorry did has was
                  hello hi yes\
                  """),
          ES,
              words(
                  """
                  el la los las que qué cuánto cuanto cuesta es está esta tienen tiene hola gracias
                  por para con mi pedido y una un dónde donde cómo como del puedo favor envío envio
                  precio hay buenos días se de cuándo quiero\
                  """),
          DE,
              words(
                  """
                  der die das und ist ich nicht haben sie wie viel wann bitte danke für mit ein eine
                  mein meine wo kostet bestellung hallo was zu auf kann gibt es lieferung guten tag\
                  """),
          FR,
              words(
                  """
                  le les des et est je vous bonjour merci combien pour avec mon ma une un où quand
                  comment coûte avez la de du pas commande livraison prix s'il il ce que qui en\
                  """),
          PT,
              words(
                  """
                  o os as você voce vocês quanto custa olá ola obrigado obrigada não nao meu minha
                  pedido com uma um onde quando é tem para por está frete preço e do da em bom dia\
                  """),
          IT,
              words(
                  """
                  il lo gli che quanto costa ciao grazie sono per con mio mia ordine dove quando
                  come avete è una un della di non buongiorno spedizione prezzo e la le si posso\
                  """));
  private static final List<Language> LATIN = List.of(EN, ES, DE, FR, PT, IT);

  /// As the bundles and the prompts name it: `zh`, `en`, `es`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Language of(String typed) {
    String text = LINK.matcher(Normal.text(typed)).replaceAll(" ");
    int han = 0;
    int latin = 0;
    Map<Language, Integer> scripts = new EnumMap<>(Language.class);
    for (int c : text.codePoints().filter(Character::isLetter).toArray()) {
      switch (Character.UnicodeScript.of(c)) {
        case HAN -> han++;
        case LATIN -> latin++;
        case HIRAGANA, KATAKANA -> scripts.merge(JA, 1, Integer::sum);
        case CYRILLIC -> scripts.merge(RU, 1, Integer::sum);
        case HANGUL -> scripts.merge(KO, 1, Integer::sum);
        case ARABIC -> scripts.merge(AR, 1, Integer::sum);
        default -> scripts.merge(OTHER, 1, Integer::sum);
      }
    }
    for (Map.Entry<Language, Integer> script : scripts.entrySet()) {
      boolean japanese = script.getKey() == JA && script.getValue() * 6 >= han + script.getValue();
      if (japanese || script.getKey() != JA && script.getValue() * 2 >= han + latin / 3) {
        return script.getKey();
      }
    }
    if (han > 0 && latin > 3 * han && small(text, EN) >= 3) {
      return EN;
    }
    if (han > 0 && (han * 6 >= latin || latin < 6)) {
      return ZH;
    }
    return han * 3 > latin ? ZH : latin(text, latin, han);
  }

  private static Set<String> words(String list) {
    return Set.of(list.split("\\s+"));
  }

  private static long small(String text, Language language) {
    Set<String> words = SMALL_WORDS.getOrDefault(language, Set.of());
    return WORD.matcher(text).results().filter(w -> words.contains(w.group())).count();
  }

  private static Language latin(String text, int letters, int han) {
    if (letters == 0) {
      return UNKNOWN;
    }
    Map<Language, Integer> hits = new EnumMap<>(Language.class);
    int words = 0;
    int plain = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String w = word.group();
      if (w.length() > 1 && !SAME_EVERYWHERE.contains(w)) {
        words++;
        plain += w.length() > 2 && w.matches("[a-z']+") ? 1 : 0;
      }
      for (Language language : LATIN) {
        if (SMALL_WORDS.getOrDefault(language, Set.of()).contains(w)
            && !SAME_EVERYWHERE.contains(w)) {
          hits.merge(language, 1, Integer::sum);
        }
      }
    }
    Language best = UNKNOWN;
    int most = 0;
    for (Language language : LATIN) {
      if (hits.getOrDefault(language, 0) > most) {
        best = language;
        most = hits.getOrDefault(language, 0);
      }
    }
    if (best != UNKNOWN && (words > 0 || most > 1)) {
      return best;
    }
    boolean accents = text.chars().anyMatch(c -> c > 127 && Character.isLetter(c));
    return words < 2 ? UNKNOWN : accents && plain * 2 < words ? OTHER : han > 0 ? ZH : EN;
  }
}
