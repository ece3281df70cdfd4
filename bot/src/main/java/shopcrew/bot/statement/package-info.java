/// A month of the shop's money on paper: for a spreadsheet, for the printer, for a phone.
@NullMarked
package shopcrew.bot.statement;

import org.jspecify.annotations.NullMarked;
