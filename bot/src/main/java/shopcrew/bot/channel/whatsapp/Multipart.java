package shopcrew.bot.channel.whatsapp;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A file on its way to the platform, as the forms of web pages carry it.
final class Multipart {
  private final String boundary;
  private final Piece.Medium file;

  Multipart(Piece.Medium file) {
    this.file = file;
    this.boundary = "shopcrew-" + UUID.randomUUID();
  }

  String type() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() throws FileNotFoundException {
    String name = file.name().replaceAll("[\"\\\\\r\n]", "_");
    String head =
        field("messaging_product", "whatsapp")
            + field("type", file.type())
            + "--"
            + boundary
            + "\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\n"
            + "Content-Type: "
            + file.type()
            + "\r\n\r\n";
    return BodyPublishers.concat(
        BodyPublishers.ofString(head, StandardCharsets.UTF_8),
        BodyPublishers.ofFile(file.file()),
        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
  }

  private String field(String name, String value) {
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }
}
