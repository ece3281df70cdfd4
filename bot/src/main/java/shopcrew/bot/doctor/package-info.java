/// Says what is wrong, in words, and what to do next.
@NullMarked
package shopcrew.bot.doctor;

import org.jspecify.annotations.NullMarked;
