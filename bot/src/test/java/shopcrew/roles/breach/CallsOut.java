package shopcrew.roles.breach;

import java.net.Socket;

/// A role that talks to the network.
public class CallsOut {
  Socket line() {
    return new Socket();
  }
}
