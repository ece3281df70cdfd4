/// What the team learns from the owners, and how far it may speak by itself: why something was
/// said,
/// what is worth keeping, which subjects an owner sees first.
@NullMarked
package shopcrew.bot.learning;

import org.jspecify.annotations.NullMarked;
