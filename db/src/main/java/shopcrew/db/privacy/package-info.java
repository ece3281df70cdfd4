/// What the shop holds about one customer: found, given out, erased; and what is too old to keep.
@NullMarked
package shopcrew.db.privacy;

import org.jspecify.annotations.NullMarked;
