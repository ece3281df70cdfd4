@NullMarked
package shopcrew.bot.doctor;

import org.jspecify.annotations.NullMarked;
