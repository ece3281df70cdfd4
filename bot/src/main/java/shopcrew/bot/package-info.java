@NullMarked
package shopcrew.bot;

import org.jspecify.annotations.NullMarked;
