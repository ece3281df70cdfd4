package shopcrew.bot.proof.model;

import static shopcrew.bot.proof.model.Claims.ACTIVE;
import static shopcrew.bot.proof.model.Claims.CLAIMED_AT;
import static shopcrew.bot.proof.model.Claims.EFFECTS;
import static shopcrew.bot.proof.model.Claims.EFFECT_AT;
import static shopcrew.bot.proof.model.Claims.FLIGHT;
import static shopcrew.bot.proof.model.Claims.HOLD;
import static shopcrew.bot.proof.model.Claims.IDLE;
import static shopcrew.bot.proof.model.Claims.READ_AT;
import static shopcrew.bot.proof.model.Claims.SENDING;
import static shopcrew.bot.proof.model.Claims.SETTLED;
import static shopcrew.bot.proof.model.Claims.STATE;
import static shopcrew.bot.proof.model.Claims.TIME;
import static shopcrew.bot.proof.model.Claims.TOLD;
import static shopcrew.bot.proof.model.Claims.UNKNOWN;
import static shopcrew.bot.proof.model.Claims.VOIDED;
import static shopcrew.bot.proof.model.World.BROKEN;

import java.util.Set;
import shopcrew.bot.proof.model.World.Invariant;
import shopcrew.bot.proof.model.World.Steps;

/// What becomes of a claimed spend: answers, silence, the platform, and who looks it up.
final class ClaimsOutcome {
  private ClaimsOutcome() {}

  /// What a worker hears, or does not hear.
  static void answers(byte[] s, int worker, int i, Set<Guard> off, Steps into) {
    int at = Claims.at(i);
    byte[] silent = s.clone(); // T17
    silent[worker] = IDLE;
    silent[worker + 1] = 0;
    if (off.contains(Guard.SILENCE_IS_UNKNOWN) && s[at + STATE] == SENDING) {
      end(silent, at);
      silent[BROKEN] = (byte) (s[at + FLIGHT] + s[at + EFFECTS] > 0 ? Invariant.D3.ordinal() : 0);
    } else unknown(silent, at, off);
    into.step("no answer for " + i, silent);
    byte[] failed = s.clone(); // T17: an error that proves nothing
    failed[worker] = IDLE;
    failed[worker + 1] = 0;
    if (off.contains(Guard.REFUSAL_PROVES) && s[at + STATE] == SENDING) {
      end(failed, at);
      failed[BROKEN] = (byte) (s[at + FLIGHT] + s[at + EFFECTS] > 0 ? Invariant.D3.ordinal() : 0);
    } else unknown(failed, at, off);
    into.step("an error for " + i, failed);
    if (s[at + EFFECTS] > 0 && live(s, at)) { // T15
      byte[] n = s.clone();
      n[worker] = IDLE;
      n[worker + 1] = 0;
      n[at + STATE] = ACTIVE;
      into.step("the answer says done: " + i, n);
    }
    if (s[at + FLIGHT] > 0 && s[at + STATE] == SENDING) { // T16
      byte[] n = s.clone();
      n[worker] = IDLE;
      n[worker + 1] = 0;
      n[at + FLIGHT]--;
      end(n, at);
      into.step("the platform refuses " + i, n);
    }
  }

  static void platform(byte[] s, int i, Steps into) {
    int at = Claims.at(i);
    if (s[at + FLIGHT] == 0) return;
    boolean late = s[TIME] > s[at + CLAIMED_AT] + 2;
    byte[] n = s.clone();
    n[at + FLIGHT]--;
    n[at + EFFECTS]++;
    n[at + EFFECT_AT] = s[TIME];
    // D4: on time, nothing arrives for a spend that was called off.
    if (s[at + STATE] == VOIDED && !late) n[BROKEN] = (byte) Invariant.D4.ordinal();
    into.step((late ? "very late, " : "") + "the platform does " + i, n);
    byte[] lost = s.clone();
    lost[at + FLIGHT]--;
    into.step("the request for " + i + " is lost", lost);
  }

  static void reconciler(byte[] s, int i, int last, Set<Guard> off, Steps into) {
    int at = Claims.at(i);
    int flown = s[at + CLAIMED_AT] + 2;
    if (s[at + STATE] == SENDING && s[TIME] > s[at + CLAIMED_AT] + 1) {
      byte[] n = s.clone();
      unknown(n, at, off);
      into.step("nobody knows of " + i, n);
    }
    if (s[at + STATE] == UNKNOWN) {
      boolean seen = s[at + EFFECTS] > 0 && (s[at + EFFECT_AT] <= s[TIME] - 2 || s[TIME] == last);
      byte[] n = s.clone();
      if (seen) { // T18
        n[at + STATE] = ACTIVE;
        into.step("it is found: " + i, n);
      } else if (s[TIME] > flown || off.contains(Guard.ABSENT_AFTER_FLIGHT)) { // T19
        boolean twice = s[at + READ_AT] > 0 && (s[TIME] > s[at + READ_AT] || s[TIME] == last);
        if (twice || off.contains(Guard.ABSENT_TWICE)) {
          end(n, at);
          // What comes later than a request can be under way is the scan's matter.
          boolean onTime = s[at + EFFECTS] > 0 && s[at + EFFECT_AT] <= flown;
          boolean there = onTime || (s[at + FLIGHT] > 0 && s[TIME] <= flown);
          if (there) n[BROKEN] = (byte) Invariant.D4.ordinal();
          into.step("it is certain that there is no " + i, n);
        } else if (s[at + READ_AT] == 0) {
          n[at + READ_AT] = s[TIME];
          into.step("not found: " + i, n);
        }
      }
    }
    if (s[at + STATE] == ACTIVE) { // T23
      byte[] n = s.clone();
      n[at + STATE] = SETTLED;
      n[at + HOLD] = 0;
      into.step(i + " is settled", n);
    }
    boolean dead = s[at + STATE] == VOIDED && s[at + EFFECTS] > 0 && s[at + TOLD] == 0;
    if (dead && !off.contains(Guard.LATE_SCAN)) { // T24
      byte[] n = s.clone();
      n[at + TOLD] = 1;
      into.step("the scan finds " + i + " and pauses it", n);
    }
  }

  static boolean live(byte[] s, int at) {
    return s[at + STATE] == SENDING || s[at + STATE] == UNKNOWN;
  }

  static void end(byte[] n, int at) {
    n[at + STATE] = VOIDED;
    n[at + HOLD] = 0;
  }

  static void unknown(byte[] n, int at, Set<Guard> off) {
    if (n[at + STATE] != SENDING) return;
    n[at + STATE] = UNKNOWN;
    if (off.contains(Guard.UNKNOWN_KEEPS_HOLD)) n[at + HOLD] = 0;
  }
}
