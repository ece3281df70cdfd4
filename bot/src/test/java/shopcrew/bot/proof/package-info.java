/// What the proofs of the gate counted, and the report made of it.
@NullMarked
package shopcrew.bot.proof;

import org.jspecify.annotations.NullMarked;
