package shopcrew.bot.proof.model;

import java.util.Set;
import shopcrew.bot.proof.model.World.Invariant;

/// Approved spends, several workers that die and come back late, a platform that can be looked up
/// by our tag (class T), STOP, the operator's switch, a change of owners, undo, and time.
///
/// Times: a yes may be taken back for one tick, is good for two more, must be sent within one tick
/// of the claim, and is under way for one tick at most, unless the line is very late. What was
/// done shows up in a look-up two ticks later. The last tick stands for any later time.
final class Claims implements World {
  static final int AWAITING = 0;
  static final int ARMED = 1;
  static final int SENDING = 2;
  static final int UNKNOWN = 3;
  static final int ACTIVE = 4;
  static final int SETTLED = 5;
  static final int VOIDED = 6;
  static final int ENDED = 7;
  private static final String[] NAMES = {
    "awaiting", "armed", "sending", "unknown", "active", "settled", "voided", "ended"
  };

  private static final int FROZEN = 1;
  private static final int SWITCHED_OFF = 2;
  private static final int EPOCH = 3;
  static final int TIME = 4;
  private static final int INTENTS = 5;
  static final int STATE = 0;
  static final int HOLD = 1;
  static final int OF_EPOCH = 2;
  static final int CLAIMED_AT = 3;
  static final int FLIGHT = 4;
  static final int EFFECTS = 5;
  static final int EFFECT_AT = 6;
  static final int READ_AT = 7;
  static final int UNDONE = 8;
  static final int TOLD = 9;
  private static final int SIZE = 10;
  static final int IDLE = 0;
  private static final int LOOKED = 1;
  private static final int TO_SEND = 2;
  private static final int WAITING = 3;

  private final int intents;
  private final int workers;
  private final int last;

  Claims(int intents, int workers) {
    this.intents = intents;
    this.workers = workers;
    this.last = 8;
  }

  @Override
  public String name() {
    return intents + " spends, " + workers + " workers, class T";
  }

  @Override
  public byte[] initial() {
    return new byte[INTENTS + intents * SIZE + workers * 2];
  }

  static int at(int intent) {
    return INTENTS + intent * SIZE;
  }

  private int worker(int w) {
    return INTENTS + intents * SIZE + w * 2;
  }

  @Override
  public void steps(byte[] s, Set<Guard> off, Steps into) {
    people(s, off, into);
    for (int i = 0; i < intents; i++) {
      ClaimsOutcome.platform(s, i, into);
      ClaimsOutcome.reconciler(s, i, last, off, into);
    }
    for (int w = 0; w < workers; w++) {
      // Workers are alike: only the first idle one moves.
      if (s[worker(w)] == IDLE) {
        for (int i = 0; i < intents; i++) take(s, w, i, off, into);
        break;
      }
    }
    for (int w = 0; w < workers; w++) busy(s, w, off, into);
    if (s[TIME] < last) {
      byte[] n = s.clone();
      n[TIME]++;
      into.step("time goes on", n);
    }
  }

  private void people(byte[] s, Set<Guard> off, Steps into) {
    boolean free = s[FROZEN] == 0;
    for (int i = 0; i < intents; i++) {
      int at = at(i);
      if (s[at + STATE] == AWAITING && free && s[TIME] == 0) { // T7
        byte[] n = s.clone();
        n[at + STATE] = ARMED;
        n[at + HOLD] = (byte) (off.contains(Guard.HOLD_IS_WHOLE) ? 0 : 1);
        n[at + OF_EPOCH] = s[EPOCH];
        into.step("yes to " + i, n);
      }
      if (s[at + STATE] == AWAITING) { // T8, T9
        byte[] n = s.clone();
        n[at + STATE] = ENDED;
        into.step("no to " + i, n);
      }
      if (s[at + STATE] == ARMED && s[at + UNDONE] == 0) { // T11
        byte[] n = s.clone();
        n[at + UNDONE] = 1;
        if (!off.contains(Guard.UNDO_ENDS_IT)) ClaimsOutcome.end(n, at);
        into.step("undo " + i, n);
      }
    }
    if (free && s[EPOCH] < 2) {
      byte[] n = s.clone(); // 2.10, one transaction
      n[FROZEN] = 1;
      n[EPOCH]++;
      for (int i = 0; i < intents; i++) {
        if (s[at(i)] == AWAITING) n[at(i)] = ENDED;
        if (s[at(i)] == ARMED && !off.contains(Guard.STOP_ENDS_ARMED)) ClaimsOutcome.end(n, at(i));
      }
      into.step("STOP", n);
      byte[] other = s.clone(); // 2.7
      other[EPOCH]++;
      into.step("owners change", other);
    }
    if (!free) {
      byte[] n = s.clone();
      n[FROZEN] = 0;
      into.step("resume", n);
    }
    byte[] n = s.clone();
    n[SWITCHED_OFF] = (byte) (1 - s[SWITCHED_OFF]);
    into.step("the operator's switch", n);
  }

  /// An idle worker takes something up: the claim (T13), or what it must not take up again.
  private void take(byte[] s, int w, int i, Set<Guard> off, Steps into) {
    int at = at(i);
    if (s[at + STATE] == ARMED) {
      if (off.contains(Guard.CLAIM_COMPARES)) {
        byte[] n = s.clone();
        put(n, w, LOOKED, i);
        into.step("a worker has looked at " + i, n);
      } else if (off.contains(Guard.SEND_AFTER_COMMIT) && may(s, at, off)) {
        byte[] n = s.clone();
        n[at + FLIGHT]++;
        n[BROKEN] = (byte) Invariant.D1.ordinal();
        into.step("a worker sends " + i + " before its claim", n);
      } else {
        claim(s, w, i, off, into);
      }
    }
    if (s[at + STATE] == SENDING && off.contains(Guard.SEND_ONCE)) {
      byte[] n = s.clone();
      put(n, w, TO_SEND, i);
      into.step("another worker takes " + i + " up again", n);
    }
  }

  private boolean may(byte[] s, int at, Set<Guard> off) {
    int now = s[TIME];
    return (off.contains(Guard.CLAIM_NOT_FROZEN) || (s[FROZEN] == 0 && s[SWITCHED_OFF] == 0))
        && (off.contains(Guard.CLAIM_EPOCH) || s[at + OF_EPOCH] == s[EPOCH])
        && (off.contains(Guard.CLAIM_AFTER_GRACE) || now >= 1)
        && (off.contains(Guard.CLAIM_IN_TIME) || now <= 2);
  }

  private void claim(byte[] s, int w, int i, Set<Guard> off, Steps into) {
    int at = at(i);
    if (!may(s, at, off)) {
      boolean later = s[TIME] < 1 || (s[SWITCHED_OFF] == 1 && s[TIME] <= 2);
      if (later) return;
      byte[] n = s.clone(); // T12
      ClaimsOutcome.end(n, at);
      put(n, w, IDLE, 0);
      into.step("the claim of " + i + " is refused", n);
      return;
    }
    byte[] n = s.clone();
    Invariant broken = Invariant.NONE;
    if (s[FROZEN] == 1 || s[SWITCHED_OFF] == 1) broken = Invariant.E1;
    else if (s[at + OF_EPOCH] != s[EPOCH]) broken = Invariant.A6;
    else if (s[at + UNDONE] == 1 || s[TIME] < 1) broken = Invariant.A7;
    else if (s[TIME] > 2) broken = Invariant.E3;
    n[BROKEN] = (byte) broken.ordinal();
    n[at + STATE] = SENDING;
    n[at + CLAIMED_AT] = s[TIME];
    put(n, w, TO_SEND, i);
    into.step("a worker claims " + i, n);
  }

  private void busy(byte[] s, int w, Set<Guard> off, Steps into) {
    int pc = s[worker(w)];
    if (pc == IDLE) return;
    byte[] dead = s.clone();
    put(dead, w, IDLE, 0);
    into.step("a worker dies", dead);
    int i = s[worker(w) + 1];
    int at = at(i);
    switch (pc) {
      case LOOKED -> claim(s, w, i, off, into);
      case TO_SEND -> { // T14
        byte[] n = s.clone();
        boolean inTime = s[TIME] <= s[at + CLAIMED_AT] + 1;
        if (inTime || off.contains(Guard.SEND_IN_TIME)) {
          n[at + FLIGHT]++;
          if (s[at + STATE] != SENDING) n[BROKEN] = (byte) Invariant.D4.ordinal();
          put(n, w, WAITING, i);
          into.step("a worker sends " + i, n);
        } else {
          put(n, w, IDLE, 0);
          ClaimsOutcome.unknown(n, at, off);
          into.step("too late to send " + i, n);
        }
      }
      case WAITING -> ClaimsOutcome.answers(s, worker(w), i, off, into);
      default -> throw new IllegalStateException();
    }
  }

  private void put(byte[] n, int w, int pc, int intent) {
    n[worker(w)] = (byte) pc;
    n[worker(w) + 1] = (byte) intent;
  }

  @Override
  public int broken(byte[] s) {
    for (int i = 0; i < intents; i++) {
      int at = at(i);
      int state = s[at + STATE];
      if (s[at + EFFECTS] > 1) return Invariant.C1.ordinal();
      boolean held = state == ARMED || state == SENDING || state == UNKNOWN || state == ACTIVE;
      if (held != (s[at + HOLD] == 1)) return Invariant.C6.ordinal();
      if (state == ARMED && s[FROZEN] == 1) return Invariant.E1.ordinal();
      if (state == SETTLED && s[at + EFFECTS] == 0) return Invariant.D5.ordinal();
    }
    return 0;
  }

  @Override
  public boolean settled(byte[] s) {
    for (int i = 0; i < intents; i++) {
      int at = at(i);
      boolean ended = s[at + STATE] >= SETTLED;
      boolean told = s[at + STATE] != VOIDED || s[at + EFFECTS] == 0 || s[at + TOLD] == 1;
      if (!ended || !told || s[at + FLIGHT] > 0) return false;
    }
    return true;
  }

  @Override
  public String words(byte[] s) {
    var text = new StringBuilder("t" + s[TIME]);
    for (int i = 0; i < intents; i++) text.append(' ').append(NAMES[s[at(i)]]);
    return text.append(s[FROZEN] == 1 ? " frozen" : "").toString();
  }
}
