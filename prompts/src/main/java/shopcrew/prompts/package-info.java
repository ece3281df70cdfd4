@NullMarked
package shopcrew.prompts;

import org.jspecify.annotations.NullMarked;
