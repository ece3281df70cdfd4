package shopcrew.roles.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import shopcrew.prompts.Prompts;
import shopcrew.roles.words.Normal;

/// What buyers complain about in any shop, and how they word it: `product/topics.yaml`.
final class Topics {
  private record Topic(Map<?, ?> labels, Pattern words) {}

  private final Map<String, Topic> byName = new LinkedHashMap<>();

  Topics() {
    Prompts.terms("product/topics.yaml")
        .forEach((name, value) -> byName.put(name.toString(), topic((Map<?, ?>) value)));
  }

  private static Topic topic(Map<?, ?> fields) {
    if (!(fields.get("words") instanceof List<?> words)
        || !(fields.get("label") instanceof Map<?, ?> labels)) {
      throw new IllegalStateException("a topic of complaints needs a label and words");
    }
    String all = String.join("|", words.stream().map(Object::toString).toList());
    return new Topic(labels, Pattern.compile(all, Pattern.CASE_INSENSITIVE));
  }

  List<String> in(String review) {
    String text = Normal.text(review);
    return byName.entrySet().stream()
        .filter(topic -> topic.getValue().words.matcher(text).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  String label(String name, String language) {
    Topic topic = byName.get(name);
    Object label = topic == null ? null : topic.labels.get(language);
    if (label == null && topic != null) label = topic.labels.get("en");
    return label == null ? name : label.toString();
  }
}
