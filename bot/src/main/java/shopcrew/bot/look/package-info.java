/// Looks at what stands outside: whether a platform knows our token, whether the world finds the
/// door. Asks only, changes nothing there.
@NullMarked
package shopcrew.bot.look;

import org.jspecify.annotations.NullMarked;
