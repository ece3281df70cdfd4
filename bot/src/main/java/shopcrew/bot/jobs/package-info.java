/// The day's schedule. Quartz only says when to look; a row for each slot says what ran.
@NullMarked
package shopcrew.bot.jobs;

import org.jspecify.annotations.NullMarked;
