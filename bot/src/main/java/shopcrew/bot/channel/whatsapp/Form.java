package shopcrew.bot.channel.whatsapp;

import java.util.List;

/// A reply in WhatsApp's form.
///
/// @param numbered whether its choices are answered by their numbers
record Form(List<Piece> pieces, boolean numbered) {
  Form {
    pieces = List.copyOf(pieces);
  }
}
