@NullMarked
package shopcrew.bot.web;

import org.jspecify.annotations.NullMarked;
