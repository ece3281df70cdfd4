/// The only door to money. Everything but [shopcrew.bot.gate.Gate] and [shopcrew.bot.gate.Receipt]
/// stays inside; no model is on this package's path.
@NullMarked
package shopcrew.bot.gate;

import org.jspecify.annotations.NullMarked;
