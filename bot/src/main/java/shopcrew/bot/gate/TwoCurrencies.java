package shopcrew.bot.gate;

/// A proposal mixes currencies; a document has one.
final class TwoCurrencies extends RuntimeException {}
