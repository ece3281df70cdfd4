package shopcrew.bot.proof.model;

import java.util.Set;

/// One small, complete world. A state is some bytes; the first of them says which invariant was
/// broken on the way, 0 for none.
interface World {
  int BROKEN = 0;

  String name();

  byte[] initial();

  /// Every step that can be taken from here, with the guards that are off left out.
  void steps(byte[] state, Set<Guard> off, Steps into);

  /// The invariant that this state breaks by itself, or 0.
  int broken(byte[] state);

  /// Nothing of it waits any more.
  boolean settled(byte[] state);

  /// In plain words, for a trace.
  String words(byte[] state);

  @FunctionalInterface
  interface Steps {
    void step(String label, byte[] next);
  }

  /// Numbers of the specification, as the bytes of a state name them.
  enum Invariant {
    NONE,
    A1,
    A2,
    A3,
    A4,
    A5,
    A6,
    A7,
    A10,
    C1,
    C2,
    C6,
    C7,
    D1,
    D2,
    D3,
    D4,
    D5,
    D8,
    D9,
    E1,
    E3
  }
}
