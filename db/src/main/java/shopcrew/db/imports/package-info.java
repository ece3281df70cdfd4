/// Takes a folder of a shop's own files into the store, and says what it took, what it left and
// why.
@NullMarked
package shopcrew.db.imports;

import org.jspecify.annotations.NullMarked;
