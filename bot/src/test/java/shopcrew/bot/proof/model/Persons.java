package shopcrew.bot.proof.model;

import java.util.Set;

/// One large spend that takes two persons: Mei on two phones, Jun on one, a stranger with a copied
/// button, a thief with the database, an owner who leaves, a no, the end of its time, and a tier
/// that rises meanwhile.
final class Persons implements World {
  private static final int AWAITING = 0;
  private static final int ARMED = 1;
  private static final int DONE = 2;
  private static final int ENDED = 3;
  private static final int STATE = 1;
  private static final int TIME = 2;
  private static final int EPOCH = 3;
  private static final int RISEN = 4;
  private static final int SAID_NO = 5;
  private static final int FORGED = 6;
  private static final int HOLD = 7;
  private static final int LOOKED = 8; // of Mei's phone, Mei's tablet, Jun's phone
  private static final int YES = 11;
  private static final int USES = 14;
  private static final int SIZE = 17;
  private static final String[] ACCOUNTS = {"Mei's phone", "Mei's tablet", "Jun's phone"};

  @Override
  public String name() {
    return "one spend, two persons on three phones";
  }

  @Override
  public byte[] initial() {
    return new byte[SIZE];
  }

  @Override
  public void steps(byte[] s, Set<Guard> off, Steps into) {
    if (s[TIME] < 2) set(s, TIME, s[TIME] + 1, "time goes on", into);
    if (s[EPOCH] == 0) set(s, EPOCH, 1, "the owners change", into);
    if (s[RISEN] == 0) set(s, RISEN, 1, "another spend lifts the tier", into);
    if (s[FORGED] == 0) set(s, FORGED, 1, "a thief writes Jun's yes into the table", into);
    if (s[STATE] == AWAITING) waiting(s, off, into);
    if (s[STATE] == ARMED) armed(s, off, into);
  }

  private static void waiting(byte[] s, Set<Guard> off, Steps into) {
    set(s, STATE, ENDED, "its time is over", into); // T9, and T10 for what has changed
    byte[] no = s.clone();
    no[SAID_NO] = 1;
    if (!off.contains(Guard.NO_ENDS_IT)) no[STATE] = ENDED;
    into.step("somebody says no", no); // T8
    for (int a = 0; a < ACCOUNTS.length; a++) {
      if (s[LOOKED + a] == 0) set(s, LOOKED + a, 1, "a look on " + ACCOUNTS[a], into); // T3
      yes(s, a, off, into);
    }
    if (!off.contains(Guard.TOKEN_OF_THE_PERSON)) return;
    byte[] n = s.clone();
    n[BROKEN] = (byte) Invariant.A5.ordinal();
    into.step("a stranger taps a copied button", n);
  }

  /// T6, and T7 where it completes the quorum.
  private static void yes(byte[] s, int a, Set<Guard> off, Steps into) {
    boolean again = s[USES + a] > 0;
    if (again && (!off.contains(Guard.TOKEN_ONCE) || s[USES + a] > 1)) return;
    if (s[LOOKED + a] == 0 && !off.contains(Guard.STEPS_IN_ORDER)) return;
    if (s[EPOCH] == 1 && !off.contains(Guard.YES_OF_THIS_EPOCH)) return;
    if (s[TIME] == 2 && !off.contains(Guard.YES_BEFORE_EXPIRY)) return;
    byte[] n = s.clone();
    n[YES + a] = 1;
    n[USES + a]++;
    Invariant broken = Invariant.NONE;
    if (again) broken = Invariant.A4;
    else if (s[LOOKED + a] == 0) broken = Invariant.A2;
    else if (s[TIME] == 2) broken = Invariant.E3;
    int count =
        off.contains(Guard.PERSONS_NOT_ACCOUNTS)
            ? n[YES] + n[YES + 1] + n[YES + 2]
            : (n[YES] | n[YES + 1]) + n[YES + 2];
    if (s[FORGED] == 1 && n[YES + 2] == 0) count++;
    boolean full = count >= 2 || off.contains(Guard.QUORUM_AT_ARM);
    if (full && s[RISEN] == 1 && !off.contains(Guard.TIER_LOOKED_AT_AGAIN)) {
      n[STATE] = ENDED; // T10: asked anew
    } else if (full) {
      n[STATE] = ARMED;
      n[HOLD] = 1;
      if (s[EPOCH] == 1) broken = Invariant.A6;
      else if (s[SAID_NO] == 1) broken = Invariant.A7;
      else if (s[RISEN] == 1) broken = Invariant.A10;
      else if (s[FORGED] == 0 && persons(n) < 2) {
        broken = n[YES] + n[YES + 1] == 2 ? Invariant.A3 : Invariant.A1;
      }
    }
    n[BROKEN] = (byte) broken.ordinal();
    into.step("a yes on " + ACCOUNTS[a], n);
  }

  private static int persons(byte[] s) {
    return (s[YES] | s[YES + 1]) + s[YES + 2];
  }

  /// T11, T12, T13.
  private static void armed(byte[] s, Set<Guard> off, Steps into) {
    if (s[HOLD] == 1) set(s, HOLD, 0, "a thief takes the hold out of the table", into);
    boolean anew = persons(s) == 2 || off.contains(Guard.CLAIM_AUTHORITY_ANEW);
    boolean held = s[HOLD] == 1 || off.contains(Guard.CLAIM_HAS_HOLD);
    byte[] n = s.clone();
    n[HOLD] = 0;
    n[STATE] = ENDED;
    into.step("undone, or the claim is refused", n);
    if (!anew || !held) return;
    byte[] done = s.clone();
    done[STATE] = DONE;
    if (persons(s) < 2) done[BROKEN] = (byte) Invariant.A1.ordinal();
    else if (s[HOLD] == 0) done[BROKEN] = (byte) Invariant.C6.ordinal();
    done[HOLD] = 0;
    into.step("it is claimed and done", done);
  }

  private static void set(byte[] s, int field, int value, String label, Steps into) {
    byte[] n = s.clone();
    n[field] = (byte) value;
    into.step(label, n);
  }

  @Override
  public int broken(byte[] s) {
    return 0;
  }

  @Override
  public boolean settled(byte[] s) {
    return s[STATE] >= DONE;
  }

  @Override
  public String words(byte[] s) {
    return "t" + s[TIME] + " " + new String[] {"awaiting", "armed", "done", "ended"}[s[STATE]];
  }
}
