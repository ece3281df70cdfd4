package shopcrew.bot.web;

import shopcrew.bot.i18n.Bundle;

/// Another program listens where the shop should; the message says what to do about it.
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUse(int port, Throwable cause) {
    super(new Bundle("web").say("en", "error.port", "port", port), cause);
  }
}
