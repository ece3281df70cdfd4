package shopcrew.bot.proof.model;

import java.util.Set;

/// One spend whose answer may never come. With keys (class K) it is sent again under the same key
/// while the platform surely remembers it; without any way to look (class W) it rests until the
/// owner has looked.
final class KeysWorld implements World {
  private static final int STATE = 1; // 0 sending, 1 unknown, 2 asked the owner, 3 done, 4 voided
  private static final int TIME = 2;
  private static final int SENT = 3;
  private static final int FLIGHT = 4;
  private static final int EFFECTS = 5;
  private static final int FIRST_SENT = 6;
  private static final int DONE_AT = 7; // time + 1
  private static final int AGE = 8;
  private static final int REMEMBERS = 3;
  private static final int LAST = 6;
  private final boolean keys;

  KeysWorld(boolean keys) {
    this.keys = keys;
  }

  @Override
  public String name() {
    return keys ? "one spend, class K" : "one message, class W";
  }

  @Override
  public byte[] initial() {
    return new byte[9];
  }

  @Override
  public void steps(byte[] s, Set<Guard> off, Steps into) {
    if (s[TIME] < LAST && (s[FLIGHT] == 0 || s[AGE] == 0)) { // one tick under way at most
      byte[] n = s.clone();
      n[TIME]++;
      if (s[FLIGHT] > 0) n[AGE] = 1;
      into.step("time goes on", n);
    }
    boolean open = s[STATE] <= 1;
    boolean first = s[SENT] == 0;
    // Early enough that it arrives while the platform still promises to remember.
    boolean inTime =
        s[TIME] < s[FIRST_SENT] + REMEMBERS - 1 || off.contains(Guard.KEY_WHILE_REMEMBERED);
    boolean again = keys ? inTime : off.contains(Guard.SEND_ONCE);
    if (open && s[SENT] < 3 && (first || again)) {
      byte[] n = s.clone();
      n[SENT]++;
      if (first) n[FIRST_SENT] = s[TIME];
      if (s[FLIGHT] == 0) n[AGE] = 0;
      n[FLIGHT]++;
      into.step(first ? "it is sent" : "it is sent again", n);
    }
    if (s[FLIGHT] > 0) {
      byte[] lost = s.clone();
      lost[FLIGHT]--;
      into.step("the request is lost", lost);
      byte[] n = s.clone();
      n[FLIGHT]--;
      boolean same = keys && s[DONE_AT] > 0 && !off.contains(Guard.KEY_OF_THE_INTENT);
      boolean known = same && s[TIME] < s[DONE_AT] - 1 + REMEMBERS; // F13
      if (!known) {
        n[EFFECTS]++;
        n[DONE_AT] = (byte) (s[TIME] + 1);
      }
      into.step(known ? "the platform knows the key" : "the platform does it", n);
      if (open) {
        byte[] told = n.clone();
        told[STATE] = 3;
        into.step("and answers", told);
      }
    }
    if (s[STATE] == 0 && s[SENT] > 0) {
      byte[] n = s.clone();
      n[STATE] = 1;
      into.step("no answer", n);
    }
    if (s[STATE] == 1 && s[TIME] == LAST && s[FLIGHT] == 0) late(s, off, into);
    if (s[STATE] == 2) {
      byte[] n = s.clone(); // T21
      n[STATE] = (byte) (s[EFFECTS] > 0 ? 3 : 4);
      into.step("the owner has looked", n);
    }
  }

  private void late(byte[] s, Set<Guard> off, Steps into) {
    byte[] n = s.clone();
    if (keys) {
      n[STATE] = (byte) (s[EFFECTS] > 0 ? 3 : 4);
      into.step("it is looked up by its tag", n); // T18, T19
    } else if (!off.contains(Guard.OWNER_CAN_ATTEST)) {
      n[STATE] = 2;
      into.step("a day is over: the owner is asked", n); // T20
    }
  }

  @Override
  public int broken(byte[] s) {
    if (s[EFFECTS] > 1) return keys ? Invariant.D2.ordinal() : Invariant.C1.ordinal();
    return 0;
  }

  @Override
  public boolean settled(byte[] s) {
    return s[STATE] >= 3 || (s[SENT] == 0 && s[TIME] == LAST);
  }

  @Override
  public String words(byte[] s) {
    return "t" + s[TIME] + ", sent " + s[SENT] + ", done " + s[EFFECTS];
  }
}
