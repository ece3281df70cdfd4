/// The copy that leaves the house, locked, and how it comes back.
@NullMarked
package shopcrew.bot.backup;

import org.jspecify.annotations.NullMarked;
