/// The only door to money. Everything but [shopcrew.bot.gate.Gate], [shopcrew.bot.gate.Receipt] and
/// [shopcrew.bot.gate.Statement] stays inside; no model is on this package's path.
@NullMarked
package shopcrew.bot.gate;

import org.jspecify.annotations.NullMarked;
