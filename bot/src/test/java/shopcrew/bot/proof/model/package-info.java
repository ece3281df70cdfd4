/// The gate as a small machine whose every state is visited.
@NullMarked
package shopcrew.bot.proof.model;

import org.jspecify.annotations.NullMarked;
