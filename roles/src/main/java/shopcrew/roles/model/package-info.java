/// The model as a part that can be swapped: the built-in [shopcrew.roles.model.HouseModel], the
/// wordings it learns from, and the guard over what any model says.
@NullMarked
package shopcrew.roles.model;

import org.jspecify.annotations.NullMarked;
