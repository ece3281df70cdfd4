/// The load benchmark: the whole product as a child process, between stand-ins of the platforms and
/// of a model, with a book of everything that was asked and answered.
@NullMarked
package shopcrew.bot.bench;

import org.jspecify.annotations.NullMarked;
