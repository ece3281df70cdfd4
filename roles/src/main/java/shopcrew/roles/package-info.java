@NullMarked
package shopcrew.roles;

import org.jspecify.annotations.NullMarked;
