/// Purchases that are neither goods for sale nor ads: samples, moulds, a promoter's fee, a scale
// for
/// the packing table. Read from the owner's words by whichever role heard them.
@NullMarked
package shopcrew.roles.purchases;

import org.jspecify.annotations.NullMarked;
