/// The sample shop: a potter couple in Jingdezhen, grown from a seed, the same on every machine.
@NullMarked
package shopcrew.bot.demo;

import org.jspecify.annotations.NullMarked;
