package shopcrew.bot.channel.telegram;

/// How the bot is known: by this, one sees in a group that it is spoken to.
///
/// @param username without the @, or empty if it could not be asked
public record Me(long id, String username) {}
