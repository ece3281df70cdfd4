package shopcrew.roles;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopcrew.prompts.Prompts;

/// The names by which people call a role at the start of a message.
final class Names {
  private final Map<RoleName, Pattern> calls = new EnumMap<>(RoleName.class);

  static Names load() {
    var names = new Names();
    Prompts.terms("shared/names.yaml")
        .forEach(
            (folder, words) ->
                names.calls.put(
                    RoleName.ofFolder(folder.toString()), pattern((Collection<?>) words)));
    return names;
  }

  /// The role that the message calls, if it calls one.
  @Nullable RoleName called(String text) {
    for (var call : calls.entrySet()) {
      if (call.getValue().matcher(text).lookingAt()) return call.getKey();
    }
    return null;
  }

  /// The message without the call; a call alone stays as it is.
  String without(String text) {
    for (Pattern pattern : calls.values()) {
      Matcher call = pattern.matcher(text);
      if (call.lookingAt()) {
        String rest = text.substring(call.end()).strip();
        return rest.isEmpty() ? text : rest;
      }
    }
    return text;
  }

  private static Pattern pattern(Collection<?> words) {
    String names =
        words.stream().map(word -> Pattern.quote(word.toString())).collect(Collectors.joining("|"));
    return Pattern.compile(
        "\\s*(?:(?:叫|让|找|请|ask|tell|get)\\s*(?:the\\s+)?(?:%1$s)[,，:：、\\s]*|[@/](?:%1$s)[,，:：\\s]*|(?:%1$s)\\s*[,，:：]\\s*)"
            .formatted(names),
        Pattern.CASE_INSENSITIVE);
  }
}
