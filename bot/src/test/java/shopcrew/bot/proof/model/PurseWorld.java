package shopcrew.bot.proof.model;

import java.util.Set;

/// Two spends of one unit at the same moment, on one mandate and under one cap, of which one has
/// room for a single unit; undo and STOP at once; the mandate taken back.
final class PurseWorld implements World {
  private static final int ASKED = 0;
  private static final int LOOKED = 1;
  private static final int ARMED = 2;
  private static final int DONE = 3;
  private static final int VOIDED = 4;
  private static final int RESERVED = 1;
  private static final int DRAWN = 2;
  private static final int REVOKED = 3;
  private static final int SPENDS = 4;
  private final int cap;
  private final int total;

  PurseWorld(int cap, int total) {
    this.cap = cap;
    this.total = total;
  }

  @Override
  public String name() {
    return "two draws, cap " + cap + ", mandate " + total;
  }

  @Override
  public byte[] initial() {
    return new byte[SPENDS + 4];
  }

  @Override
  public void steps(byte[] s, Set<Guard> off, Steps into) {
    if (s[REVOKED] == 0) {
      byte[] n = s.clone();
      n[REVOKED] = 1;
      into.step("the mandate is taken back", n);
    }
    for (int i = 0; i < 2; i++) {
      int at = SPENDS + i * 2;
      switch (s[at]) {
        case ASKED -> asked(s, i, at, off, into);
        case LOOKED -> take(s, i, at, into); // without looking again
        case ARMED -> armed(s, i, at, off, into);
        default -> twice(s, i, at, off, into);
      }
    }
  }

  /// T7m.
  private void asked(byte[] s, int i, int at, Set<Guard> off, Steps into) {
    byte[] no = s.clone();
    no[at] = VOIDED;
    no[at + 1] = 1;
    into.step("draw " + i + " is not made", no);
    boolean capApart = off.contains(Guard.CAP_IN_ONE_CHANGE);
    boolean mandateApart = off.contains(Guard.MANDATE_IN_ONE_CHANGE);
    boolean room = s[RESERVED] < cap && s[DRAWN] < total && s[REVOKED] == 0;
    if (!room) return;
    if (capApart || mandateApart) {
      byte[] n = s.clone();
      n[at] = LOOKED;
      into.step("draw " + i + " has seen room", n);
    } else {
      take(s, i, at, into);
    }
  }

  private static void take(byte[] s, int i, int at, Steps into) {
    byte[] n = s.clone();
    n[at] = ARMED;
    n[RESERVED]++;
    n[DRAWN]++;
    into.step("draw " + i + " is taken", n);
  }

  private static void armed(byte[] s, int i, int at, Set<Guard> off, Steps into) {
    byte[] n = s.clone();
    n[at] = VOIDED;
    release(n, at);
    into.step("draw " + i + " is undone", n);
    if (s[REVOKED] == 1 && !off.contains(Guard.CLAIM_MANDATE_HOLDS)) return;
    byte[] done = s.clone();
    done[at] = DONE;
    done[at + 1] = 1;
    if (s[REVOKED] == 1) done[BROKEN] = (byte) Invariant.A1.ordinal();
    into.step("draw " + i + " is claimed and spent", done);
  }

  /// STOP comes to something that was undone already.
  private static void twice(byte[] s, int i, int at, Set<Guard> off, Steps into) {
    if (s[at] != VOIDED || !off.contains(Guard.RELEASE_ONCE) || s[RESERVED] <= -2) return;
    byte[] n = s.clone();
    release(n, at);
    into.step("STOP releases draw " + i + " again", n);
  }

  private static void release(byte[] n, int at) {
    n[RESERVED]--;
    n[DRAWN]--;
    n[at + 1] = 1;
  }

  @Override
  public int broken(byte[] s) {
    int held = 0;
    for (int i = 0; i < 2; i++) {
      int state = s[SPENDS + i * 2];
      if (state == ARMED || state == DONE) held++;
    }
    if (s[RESERVED] > cap) return Invariant.C2.ordinal();
    if (s[DRAWN] > total) return Invariant.C7.ordinal();
    return s[RESERVED] == held && s[DRAWN] == held ? 0 : Invariant.C6.ordinal();
  }

  @Override
  public boolean settled(byte[] s) {
    return s[SPENDS + 1] == 1 && s[SPENDS + 3] == 1;
  }

  @Override
  public String words(byte[] s) {
    return "reserved " + s[RESERVED] + ", drawn " + s[DRAWN];
  }
}
