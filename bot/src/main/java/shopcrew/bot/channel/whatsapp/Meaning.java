package shopcrew.bot.channel.whatsapp;

import java.time.Duration;

/// What an error of the platform's means. Whatever it is, nothing was sent.
///
/// @param why the end of the key of its words, as in [shopcrew.bot.channel.Delivery.Refused]
/// @param owner whether the owner has to hear of it, since it stands in the way of all messages
record Meaning(Next next, Duration after, String why, boolean owner) {
  enum Next {
    /// It is final.
    NEVER,
    /// This message may be tried again.
    LATER,
    /// Nothing goes to this person for a while.
    PAIR,
    /// Nothing goes out of this number for a while.
    NUMBER
  }
}
