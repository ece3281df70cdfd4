package shopcrew.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Loads what the team is told from the prompt folders, and fails at once where something is
/// missing or malformed.
public final class Prompts {
  private static final List<String> LANGUAGES =
      List.of("zh", "en", "es", "ru", "ja", "de", "fr", "pt", "it", "ko", "ar");
  private static final Pattern FRONT_MATTER = Pattern.compile("(?s)---\\n(.*?)\\n---\\n");

  /// Read once: every shop of a process says the same.
  private static final Map<String, Words> WORDS = new ConcurrentHashMap<>();

  private Prompts() {}

  /// The role's system prompt, with the shared voice and safety rules put in.
  public static Prompt system(String role) {
    return prompt(role, "prompts/" + role + "/system.md");
  }

  /// What a model is told for one task, whatever the role.
  public static Prompt task(String name) {
    return prompt(name, "prompts/shared/" + name + ".md");
  }

  /// A file whose front matter says its version, its variables, the tier of the model it is for,
  /// and its limits.
  private static Prompt prompt(String name, String path) {
    String raw = text(path);
    Matcher matter = FRONT_MATTER.matcher(raw);
    if (!matter.lookingAt()) throw new IllegalStateException(path + " has no front matter");
    Map<?, ?> front = yaml(path, matter.group(1));
    String text =
        raw.substring(matter.end())
            .replace("{{voice}}", text("prompts/shared/voice.md").strip())
            .replace("{{safety}}", text("prompts/shared/safety.md").strip());
    var limits = new LinkedHashMap<String, Integer>();
    if (front.get("limits") instanceof Map<?, ?> given) {
      given.forEach((key, value) -> limits.put(key.toString(), (Integer) value));
    }
    Object tier = front.get("tier");
    return new Prompt(
        name,
        required(front, "version", path),
        hash(text),
        text.strip(),
        new LinkedHashSet<>(strings(front.get("variables"))),
        tier == null ? "" : tier.toString(),
        limits);
  }

  /// The wordings and patterns of one file of a role, such as `phrases.yaml`.
  public static List<Phrase> phrases(String role, String file) {
    var phrases = new ArrayList<Phrase>();
    for (Object entry : list(yaml("prompts/" + role + "/" + file).get("phrases"))) {
      Map<?, ?> fields = (Map<?, ?>) entry;
      var wordings = new ArrayList<String>();
      for (String language : LANGUAGES) wordings.addAll(strings(fields.get(language)));
      var patterns = new ArrayList<Pattern>();
      for (String pattern : strings(fields.get("patterns"))) {
        patterns.add(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
      }
      phrases.add(
          new Phrase(
              role,
              required(fields, "intent", role),
              required(fields, "tool", role),
              wordings,
              patterns));
    }
    return phrases;
  }

  /// The role's sentences in every language that it has: `words.zh.yaml`, `words.en.yaml`, …
  public static Words words(String role) {
    return WORDS.computeIfAbsent(role, Prompts::read);
  }

  private static Words read(String role) {
    var byLanguage = new LinkedHashMap<String, Map<String, String>>();
    for (String language : LANGUAGES) {
      String path = "prompts/" + role + "/words." + language + ".yaml";
      if (Prompts.class.getClassLoader().getResource(path) == null) continue;
      var sentences = new LinkedHashMap<String, String>();
      yaml(path)
          .forEach(
              (key, value) ->
                  sentences.put(key.toString(), value.toString().replaceAll("\\R+$", "")));
      byLanguage.put(language, sentences);
    }
    return new Words(role, byLanguage);
  }

  /// A list of terms that stands in a prompt folder, such as `shared/attributes.yaml`.
  public static Map<?, ?> terms(String path) {
    return yaml("prompts/" + path);
  }

  private static String required(Map<?, ?> fields, String key, String role) {
    Object value = fields.get(key);
    if (value == null) throw new IllegalStateException(role + ": there is no " + key);
    return value.toString();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> values ? values : List.of();
  }

  private static List<String> strings(@Nullable Object value) {
    return list(value).stream().map(Object::toString).toList();
  }

  private static Map<?, ?> yaml(String path) {
    return yaml(path, text(path));
  }

  private static Map<?, ?> yaml(String path, String text) {
    // One buffer for all of it: an emoji across two buffers trips the parser.
    var settings =
        LoadSettings.builder()
            .setLabel(path)
            .setCodePointLimit(8_000_000)
            .setBufferSize(text.length() + 2)
            .setUseMarks(false)
            .build();
    Object loaded = new Load(settings).loadFromString(text);
    if (loaded instanceof Map<?, ?> map) return map;
    throw new IllegalStateException(path + " must be a map");
  }

  private static String text(String path) {
    try (InputStream in = Prompts.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("prompt missing: " + path);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The hash of several together.
  public static String hash(Prompt... prompts) {
    return hash(Stream.of(prompts).map(Prompt::hash).collect(Collectors.joining()));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
