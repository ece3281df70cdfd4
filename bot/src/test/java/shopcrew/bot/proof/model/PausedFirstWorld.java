package shopcrew.bot.proof.model;

import java.util.Set;

/// One spend on a platform of class P: created paused, found by its tag, compared, activated. Two
/// workers, of which one may be a late one; a proxy that repeats; a foreign edit; STOP in between.
final class PausedFirstWorld implements World {
  private static final int STATE = 1; // 0 sending, 1 active, 2 voided
  private static final int PAUSED = 2;
  private static final int RUNNING = 3;
  private static final int EDITED = 4;
  private static final int STOPPED = 5;
  private static final int CREATED = 6;
  private static final int FIRST = 7; // each worker: 0 idle, 1 knows an id, 2 has checked, 3 gone
  private static final int MOST = 3;

  @Override
  public String name() {
    return "one spend, two workers, class P";
  }

  @Override
  public byte[] initial() {
    return new byte[FIRST + 2];
  }

  @Override
  public void steps(byte[] s, Set<Guard> off, Steps into) {
    if (s[STOPPED] == 0) set(s, STOPPED, 1, "STOP", into);
    if (s[EDITED] == 0 && s[PAUSED] > 0) set(s, EDITED, 1, "somebody edits it there", into);
    for (int w = 0; w < 2; w++) worker(s, w, off, into);
  }

  private static void worker(byte[] s, int w, Set<Guard> off, Steps into) {
    int at = FIRST + w;
    if (s[at] == 3) return;
    set(s, at, 3, "worker " + w + " dies", into);
    switch (s[at]) {
      case 0 -> begin(s, w, at, off, into);
      case 1 -> { // the last check before money can move
        boolean ok = s[STOPPED] == 0 || off.contains(Guard.ACTIVATE_CHECKS_AGAIN);
        boolean same = s[EDITED] == 0 || off.contains(Guard.FIELDS_COMPARED);
        if (ok && same) set(s, at, 2, "worker " + w + " has checked", into);
        else remove(s, at, "worker " + w + " takes it away", into);
      }
      case 2 -> activate(s, w, at, off, into);
      default -> throw new IllegalStateException();
    }
  }

  private static void begin(byte[] s, int w, int at, Set<Guard> off, Steps into) {
    if (s[STATE] != 0) return;
    boolean blind = off.contains(Guard.FIND_BEFORE_ACTIVATE);
    if (s[CREATED] == 0 || (blind && s[CREATED] < 2)) {
      for (int copies = 1; copies <= 2; copies++) {
        byte[] n = s.clone();
        n[CREATED]++;
        n[PAUSED] = (byte) Math.min(MOST, n[PAUSED] + copies);
        into.step(copies == 1 ? "created, the answer is lost" : "a proxy creates it twice", n);
        if (blind) {
          byte[] knows = n.clone();
          knows[at] = 1;
          into.step("created, worker " + w + " knows its number", knows);
        }
      }
    }
    if (s[PAUSED] > 0 && !blind) {
      byte[] n = s.clone();
      if (!off.contains(Guard.EXTRAS_REMOVED)) n[PAUSED] = 1;
      n[at] = 1;
      into.step("worker " + w + " finds it by its tag", n);
    }
    if (s[RUNNING] > 0) set(s, STATE, 1, "found running", into);
    boolean nothing = s[PAUSED] == 0 && s[RUNNING] == 0;
    if (nothing && s[CREATED] > 0) set(s, STATE, 2, "certainly nothing there", into);
    if (s[CREATED] == 0) set(s, STATE, 2, "too late to send", into);
  }

  private static void activate(byte[] s, int w, int at, Set<Guard> off, Steps into) {
    if (s[PAUSED] == 0) { // activating again what runs, or what was taken away, changes nothing
      set(s, at, 3, "worker " + w + " activates once more", into);
      return;
    }
    byte[] n = s.clone();
    int all = off.contains(Guard.EXTRAS_REMOVED) ? s[PAUSED] : 1;
    n[PAUSED] -= (byte) all;
    n[RUNNING] += (byte) all;
    n[at] = 3;
    if (s[STOPPED] == 1 && off.contains(Guard.ACTIVATE_CHECKS_AGAIN)) {
      n[BROKEN] = (byte) Invariant.E1.ordinal();
    } else if (s[EDITED] == 1 && off.contains(Guard.FIELDS_COMPARED)) {
      n[BROKEN] = (byte) Invariant.D5.ordinal();
    }
    into.step("worker " + w + " activates it", n);
  }

  private static void remove(byte[] s, int at, String label, Steps into) {
    byte[] n = s.clone();
    n[PAUSED] = 0;
    n[at] = 3;
    if (s[RUNNING] == 0) n[STATE] = 2;
    into.step(label, n);
  }

  private static void set(byte[] s, int field, int value, String label, Steps into) {
    byte[] n = s.clone();
    n[field] = (byte) value;
    into.step(label, n);
  }

  @Override
  public int broken(byte[] s) {
    return s[RUNNING] > 1 ? Invariant.C1.ordinal() : 0;
  }

  /// When both workers are gone the next one finds it by its tag; here that ends the world.
  @Override
  public boolean settled(byte[] s) {
    return s[STATE] != 0 || (s[FIRST] == 3 && s[FIRST + 1] == 3);
  }

  @Override
  public String words(byte[] s) {
    return s[PAUSED] + " paused, " + s[RUNNING] + " running" + (s[STOPPED] == 1 ? ", stopped" : "");
  }
}
