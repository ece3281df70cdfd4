package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The files at the stand-in: a bot first asks where one is, then fetches it there.
final class StandInFiles {
  private final Map<String, String> paths = new ConcurrentHashMap<>();
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  void put(String file, String path, byte[] content) {
    paths.put(file, path);
    contents.put(path, content);
  }

  byte @Nullable [] content(String path) {
    return contents.get(path);
  }

  /// The answer of getFile.
  ObjectNode told(String id) {
    String path = paths.getOrDefault(id, "");
    byte[] content = content(path);
    if (content == null) {
      return StandInTelegram.error(
          400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    }
    if (content.length > 20_000_000) {
      return StandInTelegram.error(400, "Bad Request: file is too big");
    }
    ObjectNode file = StandInTelegram.JSON.createObjectNode().put("file_id", id);
    return StandInTelegram.ok(file.put("file_unique_id", id).put("file_path", path));
  }
}
