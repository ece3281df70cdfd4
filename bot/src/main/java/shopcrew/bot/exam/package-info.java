/// The exam: questions with what a right answer holds, each asked in a fresh conversation on a copy
/// of the shop, judged by what is seen from outside.
@NullMarked
package shopcrew.bot.exam;

import org.jspecify.annotations.NullMarked;
