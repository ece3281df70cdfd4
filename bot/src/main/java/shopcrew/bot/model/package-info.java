/// Outside models, wired here and nowhere else: roles see only the `ChatModel` interface.
@NullMarked
package shopcrew.bot.model;

import org.jspecify.annotations.NullMarked;
