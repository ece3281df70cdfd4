package shopcrew.bot.look;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import shopcrew.bot.Config;
import shopcrew.db.Hashes;

/// What WhatsApp knows of a number, and whether token and app secret belong together.
public final class WhatsAppLook {
  private static final String FIELDS = "display_phone_number,verified_name,quality_rating";

  private WhatsAppLook() {}

  /// @param phone as customers see it
  /// @param quality `GREEN`, `YELLOW`, `RED`, or empty if not told
  public record Number(String phone, String name, String quality) {}

  /// The access token and the number.
  public static Seen<Number> at(
      Outside outside, String apiUrl, String version, String number, String accessToken) {
    return read(outside.get(address(apiUrl, version, number), accessToken), false);
  }

  /// The app secret as well: the platform refuses a proof that was made with another one.
  public static Seen<Number> proven(
      Outside outside,
      String apiUrl,
      String version,
      String number,
      String accessToken,
      String appSecret) {
    String proof = "&appsecret_proof=" + proof(accessToken, appSecret);
    return read(outside.get(address(apiUrl, version, number) + proof, accessToken), true);
  }

  /// The same of a number that is set up already.
  public static Seen<Number> proven(Outside outside, Config.WhatsApp settings) {
    return proven(
        outside,
        settings.apiUrl(),
        settings.apiVersion(),
        settings.phoneNumberId(),
        settings.accessToken(),
        settings.appSecret());
  }

  private static String address(String apiUrl, String version, String number) {
    return apiUrl + "/" + version + "/" + number + "?fields=" + FIELDS;
  }

  private static Seen<Number> read(Seen<Outside.Answer> seen, boolean proof) {
    return switch (seen) {
      case Seen.Unreached<Outside.Answer>(String why) -> new Seen.Unreached<>(why);
      case Seen.Wrong<Outside.Answer>(String why, String detail) -> new Seen.Wrong<>(why, detail);
      case Seen.Good<Outside.Answer>(var answer, var at) -> {
        JsonNode said = Said.of(answer);
        if (answer.status() == 200 && said.hasNonNull("display_phone_number")) {
          yield new Seen.Good<>(
              new Number(
                  said.path("display_phone_number").asText(),
                  said.path("verified_name").asText(""),
                  said.path("quality_rating").asText("")),
              at);
        }
        JsonNode error = said.path("error");
        String words = error.path("code").asText() + " " + error.path("message").asText();
        yield new Seen.Wrong<>(why(answer.status(), error, proof), Said.shortly(answer, words));
      }
    };
  }

  private static String why(int status, JsonNode error, boolean proof) {
    int code = error.path("code").asInt();
    if (proof && error.path("message").asText().contains("appsecret_proof")) return "secret";
    if (code == 190 || status == 401) return "token";
    if (code == 100 || code == 33 || status == 404) return "number";
    if (code == 10 || code >= 200 && code < 300) return "permission";
    return "answer";
  }

  private static String proof(String accessToken, String appSecret) {
    byte[] key = appSecret.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Hashes.hmac(key, accessToken.getBytes(StandardCharsets.UTF_8)));
  }
}
