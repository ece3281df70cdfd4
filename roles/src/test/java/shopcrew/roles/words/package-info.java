@NullMarked
package shopcrew.roles.words;

import org.jspecify.annotations.NullMarked;
