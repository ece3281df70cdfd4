@NullMarked
package shopcrew.db;

import org.jspecify.annotations.NullMarked;
