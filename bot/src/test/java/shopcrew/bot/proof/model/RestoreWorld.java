package shopcrew.bot.proof.model;

import java.util.Set;

/// One approved spend and a copy of the database: put back later on the same machine, or opened as
/// a second installation.
final class RestoreWorld implements World {
  private static final int ARMED = 0;
  private static final int SENDING = 1;
  private static final int UNKNOWN = 2;
  private static final int ACTIVE = 3;
  private static final int VOIDED = 4;
  private static final int STATE = 1;
  private static final int COPY = 2; // state + 1
  private static final int EFFECTS = 3;
  private static final int FROZEN = 4;
  private static final int SECOND = 5; // state + 1 of the second installation
  private static final int RESTORED = 6;
  private static final int MINE = 7; // a worker of this installation has claimed and will send

  @Override
  public String name() {
    return "one spend and a copy of the database";
  }

  @Override
  public byte[] initial() {
    return new byte[8];
  }

  @Override
  public void steps(byte[] s, Set<Guard> off, Steps into) {
    if (s[COPY] == 0) set(s, COPY, s[STATE] + 1, "a copy is made", into);
    if (s[COPY] > 0 && s[RESTORED] == 0) restore(s, off, into);
    if (s[COPY] > 0 && s[SECOND] == 0) set(s, SECOND, s[COPY], "a second installation opens", into);
    run(s, off, into);
    boolean may = off.contains(Guard.CLAIM_BY_ONE_INSTALLATION);
    if (s[SECOND] == ARMED + 1 && may) {
      byte[] n = s.clone();
      n[SECOND] = ACTIVE + 1;
      n[EFFECTS]++;
      into.step("the second installation sends", n);
    }
    if (s[FROZEN] == 1 && s[STATE] != UNKNOWN) set(s, FROZEN, 0, "an owner resumes", into);
  }

  private static void restore(byte[] s, Set<Guard> off, Steps into) {
    byte[] n = s.clone();
    n[RESTORED] = 1;
    n[MINE] = 0;
    n[STATE] = (byte) (s[COPY] - 1);
    if (!off.contains(Guard.RESTORED_IS_FROZEN)) {
      n[FROZEN] = 1;
      if (n[STATE] == ARMED) n[STATE] = VOIDED;
    }
    if (n[STATE] == SENDING) {
      if (off.contains(Guard.RESTORED_SENDING_IS_UNKNOWN)) n[MINE] = 1;
      else n[STATE] = UNKNOWN;
    }
    into.step("the copy is put back", n);
  }

  private static void run(byte[] s, Set<Guard> off, Steps into) {
    boolean free = s[FROZEN] == 0;
    if (s[STATE] == ARMED && free) {
      byte[] n = s.clone();
      n[STATE] = SENDING;
      n[MINE] = 1;
      into.step("it is claimed", n);
    }
    if (s[STATE] == SENDING && s[MINE] == 1) {
      byte[] n = s.clone();
      n[MINE] = 0;
      n[EFFECTS]++;
      into.step("it is sent and done", n);
    }
    if (s[STATE] == SENDING && s[MINE] == 0 && s[EFFECTS] > 0) {
      set(s, STATE, ACTIVE, "the answer is recorded", into);
    }
    if (s[STATE] == SENDING) set(s, STATE, UNKNOWN, "no answer", into);
    if (s[STATE] == UNKNOWN && s[MINE] == 0) {
      int to = s[EFFECTS] > 0 ? ACTIVE : VOIDED;
      set(s, STATE, to, "it is looked up by its tag", into);
    }
    // D4 after a restore: what an old copy had called off, and runs, is found by the scan.
    if (s[STATE] == VOIDED && s[EFFECTS] > 0) set(s, STATE, ACTIVE, "the scan finds it", into);
  }

  private static void set(byte[] s, int field, int value, String label, Steps into) {
    byte[] n = s.clone();
    n[field] = (byte) value;
    into.step(label, n);
  }

  @Override
  public int broken(byte[] s) {
    if (s[EFFECTS] < 2) return 0;
    return s[RESTORED] == 1 ? Invariant.D8.ordinal() : Invariant.C1.ordinal();
  }

  @Override
  public boolean settled(byte[] s) {
    return s[STATE] >= ACTIVE && (s[STATE] == ACTIVE) == (s[EFFECTS] > 0);
  }

  @Override
  public String words(byte[] s) {
    return new String[] {"armed", "sending", "unknown", "active", "voided"}[s[STATE]]
        + (s[FROZEN] == 1 ? " frozen" : "");
  }
}
