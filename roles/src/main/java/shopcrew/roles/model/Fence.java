package shopcrew.roles.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps what people and tools said apart from what a model is told: everything between the marks
/// is data. No text can close its own fence.
public final class Fence {
  /// What somebody says to the team.
  public static final String MESSAGE = "message";

  /// What a tool tells.
  public static final String TOLD = "told";

  private static final String MARK = "[[";
  private static final String JOINT = "\u2060";

  private Fence() {}

  public static String of(String name, String text) {
    return "[["
        + name
        + "]]\n"
        + text.replaceAll("\\[(?=\\[)", "[" + JOINT)
        + "\n[[/"
        + name
        + "]]\n";
  }

  /// Whether a text tries to look like a fence.
  static boolean marked(String text) {
    return text.contains(MARK) || text.contains("[" + JOINT);
  }

  /// What stands in all fences of that name.
  static List<String> in(String text, String name) {
    Matcher fenced =
        Pattern.compile("(?s)\\[\\[" + name + "]]\\n(.*?)\\n\\[\\[/" + name + "]]").matcher(text);
    var found = new ArrayList<String>();
    while (fenced.find()) found.add(fenced.group(1).replace("[" + JOINT, "["));
    return found;
  }
}
