package shopcrew.bot.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import shopcrew.bot.i18n.Bundle;

/// Another program listens where the shop should; the message says what to do about it.
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUse(int port, Throwable cause) {
    super(new Bundle("web").say("en", "error.port", "port", port), cause);
  }

  /// Looks before anything is opened or cleared for a server that could not start.
  public static void check(int port) {
    if (port == 0) return;
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return;
    } catch (IOException e) {
      throw new PortInUse(port, e);
    }
  }
}
