/// What we say ourselves, in bundles; what the team says stands in `prompts`.
@NullMarked
package shopcrew.bot.i18n;

import org.jspecify.annotations.NullMarked;
