package shopcrew.bot.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;

/// What was done with the shop's money, as it stands in the chain of the audit.
///
/// @param code its number and eight characters of the chain's hash
/// @param what in the words of the shop's first owner
/// @param charged so far
/// @param max what was agreed to at most
/// @param payee to whom
/// @param agreedBy who agreed, and `agreedAt` when
/// @param platformId the platform's own number, if it has one
/// @param leftToday what may still be newly reserved today, and `leftMonth` this month
/// @param stoppable whether it can still be stopped
/// @param practice whether it was on the sandbox platform, without real money
public record Receipt(
    String code,
    @Nullable String intent,
    String kind,
    String what,
    Money charged,
    Money max,
    String payee,
    String agreedBy,
    Instant agreedAt,
    @Nullable String platformId,
    Money leftToday,
    Money leftMonth,
    boolean stoppable,
    boolean practice) {}
