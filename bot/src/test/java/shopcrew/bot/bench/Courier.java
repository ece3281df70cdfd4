package shopcrew.bot.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// One kept-alive line to the shop's door: brings letters in their order, each until it is taken. A
/// plain socket, since a full client would cost more than the shop that is measured.
final class Courier implements Runnable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int AGAIN_MILLIS = 50;

  private final int port;
  private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /// @param once whatever the answer is; else until it is a yes
  /// @param answered told of the answer's status
  record Letter(String body, String signature, boolean once, Answered answered) {}

  interface Answered {
    void with(int status);
  }

  Courier(int port) {
    this.port = port;
  }

  void takes(Letter letter) {
    letters.add(letter);
  }

  @Override
  public void run() {
    try {
      while (true) {
        Letter letter = letters.take();
        int status = brings(letter);
        while (status == 0 || (!letter.once() && status / 100 != 2)) {
          Thread.sleep(AGAIN_MILLIS);
          status = brings(letter);
        }
        letter.answered().with(status);
      }
    } catch (InterruptedException e) {
      hangsUp();
    }
  }

  /// The status, or 0 if the line broke.
  private int brings(Letter letter) {
    try {
      if (socket == null) {
        var opened = new Socket(InetAddress.getLoopbackAddress(), port);
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE_MILLIS);
        socket = opened;
        in = new BufferedInputStream(opened.getInputStream());
      }
      byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
      String head =
          "POST /webhook/whatsapp HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
                  .formatted(port)
              + "X-Hub-Signature-256: %s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(letter.signature(), body.length);
      byte[] start = head.getBytes(StandardCharsets.US_ASCII);
      byte[] all = new byte[start.length + body.length];
      System.arraycopy(start, 0, all, 0, start.length);
      System.arraycopy(body, 0, all, start.length, body.length);
      socket.getOutputStream().write(all);
      return answer();
    } catch (IOException e) {
      hangsUp();
      return 0;
    }
  }

  private int answer() throws IOException {
    String first = line();
    int status = Integer.parseInt(first.substring(9, 12));
    int length = -1;
    boolean closes = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:"))
        length = Integer.parseInt(lower.substring(15).strip());
      if (lower.equals("connection: close")) closes = true;
    }
    if (in != null && length > 0) in.skipNBytes(length);
    if (closes || length < 0) hangsUp();
    return status;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    while (in != null) {
      int one = in.read();
      if (one < 0) throw new IOException("the line broke");
      if (one == '\n') break;
      if (one != '\r') line.append((char) one);
    }
    return line.toString();
  }

  private void hangsUp() {
    Socket open = socket;
    socket = null;
    in = null;
    try {
      if (open != null) open.close();
    } catch (IOException e) {
      // It is broken already.
    }
  }
}
