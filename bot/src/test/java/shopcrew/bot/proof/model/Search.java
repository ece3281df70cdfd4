package shopcrew.bot.proof.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopcrew.bot.proof.model.World.Invariant;

/// Visits every state of a world, nearest first, so that the first fault it meets has a shortest
/// way to it.
final class Search {
  /// A state as a key.
  private record Key(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /// @param invariant what broke, or `NONE`
  /// @param trace the shortest way to it, in words
  /// @param stuck states from which nothing settled can be reached any more
  record Result(
      String world,
      long states,
      long transitions,
      int depth,
      Invariant invariant,
      List<String> trace,
      long stuck) {
    boolean good() {
      return invariant == Invariant.NONE && stuck == 0;
    }
  }

  private final World world;
  private final Set<Guard> off;
  private final Map<Key, Integer> seen = new HashMap<>();
  private final List<byte[]> states = new ArrayList<>();
  private int[] parents = new int[1 << 12];
  private int[] depths = new int[1 << 12];
  private String[] labels = new String[1 << 12];
  private final IntList from = new IntList();
  private final IntList to = new IntList();

  private Search(World world, Set<Guard> off) {
    this.world = world;
    this.off = off;
  }

  static Result of(World world, Set<Guard> off) {
    return new Search(world, off).run();
  }

  private Result run() {
    add(world.initial(), -1, "the beginning");
    for (int at = 0; at < states.size(); at++) {
      byte[] state = states.get(at);
      int broken = state[World.BROKEN] != 0 ? state[World.BROKEN] : world.broken(state);
      if (broken != 0) return result(at, Invariant.values()[broken], 0);
      int here = at;
      world.steps(
          state,
          off,
          (label, next) -> {
            if (Arrays.equals(next, state)) return;
            int there = add(next, here, label);
            from.add(here);
            to.add(there);
          });
    }
    return stuck();
  }

  private int add(byte[] state, int parent, String label) {
    var key = new Key(state);
    Integer known = seen.get(key);
    if (known != null) return known;
    int number = states.size();
    seen.put(key, number);
    states.add(state);
    if (number == parents.length) {
      parents = Arrays.copyOf(parents, number * 2);
      depths = Arrays.copyOf(depths, number * 2);
      labels = Arrays.copyOf(labels, number * 2);
    }
    parents[number] = parent;
    depths[number] = parent < 0 ? 0 : depths[parent] + 1;
    labels[number] = label;
    return number;
  }

  /// D9: from every state something settled can be reached.
  private Result stuck() {
    int count = states.size();
    int[] first = new int[count + 1];
    for (int i = 0; i < to.size(); i++) first[to.get(i) + 1]++;
    for (int i = 0; i < count; i++) first[i + 1] += first[i];
    int[] before = new int[to.size()];
    int[] next = Arrays.copyOf(first, count);
    for (int i = 0; i < to.size(); i++) before[next[to.get(i)]++] = from.get(i);
    boolean[] ends = new boolean[count];
    int[] queue = new int[count];
    int tail = 0;
    for (int i = 0; i < count; i++) {
      if (world.settled(states.get(i))) {
        ends[i] = true;
        queue[tail++] = i;
      }
    }
    for (int head = 0; head < tail; head++) {
      for (int i = first[queue[head]]; i < first[queue[head] + 1]; i++) {
        if (!ends[before[i]]) {
          ends[before[i]] = true;
          queue[tail++] = before[i];
        }
      }
    }
    for (int i = 0; i < count; i++) {
      if (!ends[i]) return result(i, Invariant.D9, count - tail);
    }
    return result(count - 1, Invariant.NONE, 0);
  }

  private Result result(int at, Invariant invariant, long stuck) {
    List<String> trace = new ArrayList<>();
    if (invariant != Invariant.NONE) {
      for (int i = at; i >= 0; i = parents[i]) {
        trace.add(labels[i] + "   (" + world.words(states.get(i)) + ")");
      }
    }
    return new Result(
        world.name(),
        states.size(),
        to.size(),
        depths[states.size() - 1],
        invariant,
        trace.reversed(),
        stuck);
  }

  /// Numbers, many of them.
  private static final class IntList {
    private int[] items = new int[1 << 12];
    private int size;

    void add(int item) {
      if (size == items.length) items = Arrays.copyOf(items, size * 2);
      items[size++] = item;
    }

    int get(int at) {
      return items[at];
    }

    int size() {
      return size;
    }
  }
}
