package shopcrew.bot.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Config;
import shopcrew.bot.Rooms;
import shopcrew.bot.backup.Parcel;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.JobRuns;

/// Brings a locked copy of the shop out of the house: into each owner's own chat, where a fire or a
/// thief does not reach it. A day on which nothing happened brings nothing.
final class Courier {
  private static final Duration LOOKED_BACK = Duration.ofDays(40);
  private static final Pattern SENT = Pattern.compile(" sent ([0-9a-f]{16})");
  private static final int KEPT = 2;
  private static final long MEGABYTE = 1_000_000;

  private final Rooms rooms;
  private final JobRuns runs;
  private final Path home;
  private final ZoneId zone;
  private final Config.@Nullable Backup backup;
  private final List<Channel> channels;
  private final Bundle words = new Bundle("jobs");

  /// @param backup null: nothing leaves the house
  Courier(
      Rooms rooms,
      JobRuns runs,
      Path home,
      ZoneId zone,
      Config.@Nullable Backup backup,
      List<Channel> channels) {
    this.rooms = rooms;
    this.runs = runs;
    this.home = home;
    this.zone = zone;
    this.backup = backup;
    this.channels = channels;
  }

  /// @param copy of the store, in the folder of the backups
  /// @return what became of it, for the row of the job
  String bring(Path copy, Instant slot) {
    if (backup == null) return "";
    var to = new LinkedHashMap<Conversation, Long>();
    for (Conversation chat : rooms.owners()) {
      long most = largest(chat.channel());
      if (most > 0) to.put(chat, most);
    }
    if (to.isEmpty()) return ", no chat takes files";
    String print = Fingerprint.of(rooms.database());
    if (print.equals(lastSent(slot))) return ", unchanged sent " + print;
    try {
      send(copy, slot, to, backup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ", sent " + print;
  }

  private void send(Path copy, Instant slot, Map<Conversation, Long> to, Config.Backup backup)
      throws IOException {
    String name = "shopcrew-" + slot.atZone(zone).toLocalDate() + ".zip";
    Path parcel = copy.resolveSibling(name);
    var files = new LinkedHashMap<String, Path>();
    files.put("shop.db", copy);
    files.put("gate.key", home.resolve("gate.key"));
    files.put("shopcrew.yaml", backup.settings());
    Parcel.pack(parcel, files, backup.password());
    long size = Files.size(parcel);
    String cause = "backup:" + slot.toEpochMilli();
    to.forEach(
        (chat, most) -> {
          if (size <= most) {
            String text = words.say(chat.language(), "backup.sent");
            rooms.outbox().enclose(chat.id(), text, home.relativize(parcel).toString(), cause);
            return;
          }
          String text =
              words.say(
                  chat.language(),
                  "backup.large",
                  "size",
                  (size + MEGABYTE - 1) / MEGABYTE,
                  "most",
                  most / MEGABYTE,
                  "file",
                  parcel.toAbsolutePath());
          rooms.outbox().add(chat.id(), "shop", text, List.of(), cause);
        });
    prune(copy.getParent());
  }

  private long largest(String channel) {
    return channels.stream()
        .filter(one -> one.name().equals(channel))
        .mapToLong(Channel::largestFile)
        .findFirst()
        .orElse(0);
  }

  private String lastSent(Instant slot) {
    return runs.since(slot.minus(LOOKED_BACK)).stream()
        .filter(run -> run.job().equals("backup") && run.slot().isBefore(slot))
        .map(run -> SENT.matcher(run.note()))
        .filter(Matcher::find)
        .map(sent -> sent.group(1))
        .reduce("", (before, after) -> after);
  }

  private static void prune(@Nullable Path folder) throws IOException {
    if (folder == null) return;
    List<Path> all;
    try (var files = Files.list(folder)) {
      all = files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
    }
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) Files.delete(old);
  }
}
