/// What a text is about: the words of the trade in several languages ([Lexicon]) and the products
/// that are meant ([ProductFinder]). Everything is built from the shop's own titles and the word
/// lists of `prompts/shared`; no product is named in code.
@NullMarked
package shopcrew.roles.catalogue;

import org.jspecify.annotations.NullMarked;
