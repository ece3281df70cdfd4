package shopcrew.bot.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// `shopcrew.yaml`: settings in sections, each as it was typed, with its line.
final class SettingsFile {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int DEEPEST = 3;

  private final Path file;
  private final List<Fault> faults;
  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
  private final Set<String> sections = new TreeSet<>();
  private final Set<String> known = new TreeSet<>();

  private SettingsFile(Path file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
    for (Setting setting : Setting.values()) {
      known.add(setting.key());
      for (int dot = setting.key().indexOf('.'); dot > 0; dot = setting.key().indexOf('.', dot + 1))
        sections.add(setting.key().substring(0, dot));
    }
  }

  /// What stands there; what cannot be read is one more fault.
  static Map<Setting, Given> read(Path file, boolean wanted, List<Fault> faults) {
    var reader = new SettingsFile(file, faults);
    try {
      if (Files.size(file) > MOST_BYTES) faults.add(Fault.of("file.large", "file", file));
      else reader.take(Files.readString(file));
    } catch (NoSuchFileException e) {
      if (wanted) faults.add(Fault.of("file.missing", "file", file));
    } catch (CharacterCodingException e) {
      faults.add(Fault.of("file.utf8", "file", file));
    } catch (IOException e) {
      faults.add(Fault.of("file.unread", "file", file));
    }
    return reader.given;
  }

  private void take(String text) {
    var limits =
        LoadSettings.builder()
            .setLabel(name())
            .setCodePointLimit(MOST_BYTES)
            .setMaxAliasesForCollections(1)
            .build();
    try {
      new Compose(limits).composeString(text).ifPresent(root -> section(root, "", 1));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      faults.add(Fault.of("file.yaml", "place", new Given.Place(name(), line)));
    } catch (YamlEngineException e) {
      faults.add(Fault.of("file.yaml", "place", new Given.Place(name(), 1)));
    }
  }

  private void section(Node node, String above, int depth) {
    if (node.getTag().equals(Tag.NULL)) return;
    if (!(node instanceof MappingNode map)) {
      faults.add(Fault.of("file.section", "key", above, "place", place(node)));
      return;
    }
    for (NodeTuple pair : map.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode name)) {
        faults.add(Fault.of("file.yaml", "place", place(pair.getKeyNode())));
        continue;
      }
      String key = above + name.getValue();
      Given.Place place = place(name);
      if (sections.contains(key) && depth <= DEEPEST) {
        section(pair.getValueNode(), key + ".", depth + 1);
      } else {
        Setting.of(key)
            .ifPresentOrElse(
                setting -> value(setting, pair.getValueNode(), place), () -> unknown(key, place));
      }
    }
  }

  private void value(Setting setting, Node node, Given.Place place) {
    if (!(node instanceof ScalarNode scalar)) {
      faults.add(Fault.of("file.value", "key", setting.key(), "place", place));
    } else if (given.containsKey(setting)) {
      faults.add(Fault.of("file.twice", "key", setting.key(), "place", place));
    } else if (!scalar.getTag().equals(Tag.NULL) && !scalar.getValue().isBlank()) {
      given.put(setting, new Given(scalar.getValue().strip(), place));
    }
  }

  private void unknown(String key, Given.Place place) {
    Nearest.to(key, known)
        .ifPresentOrElse(
            meant ->
                faults.add(Fault.of("unknown.near", "key", key, "place", place, "near", meant)),
            () -> faults.add(Fault.of("unknown", "key", key, "place", place)));
  }

  private Given.Place place(Node node) {
    return new Given.Place(name(), node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }
}
