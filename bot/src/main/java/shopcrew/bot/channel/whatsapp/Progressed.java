package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Arrival.Progress;
import shopcrew.bot.channel.Arrival.Stage;

/// What became of a line of ours. They come in any order; whoever keeps them never goes back.
final class Progressed {
  private final Meanings meanings;

  Progressed(Meanings meanings) {
    this.meanings = meanings;
  }

  /// Null: a stage that nobody asks for.
  @Nullable Progress of(JsonNode status) {
    String id = Json.id(status, "id");
    Stage stage = stage(Json.text(status, "status"));
    if (id.isEmpty() || stage == null) return null;
    return new Progress(
        id, stage, cost(status.path("pricing")), error(stage, status), ours(status));
  }

  private static @Nullable Stage stage(String status) {
    return switch (status) {
      case "sent" -> Stage.SENT;
      case "delivered" -> Stage.DELIVERED;
      case "read", "played" -> Stage.READ;
      case "failed" -> Stage.FAILED;
      default -> null;
    };
  }

  /// Only what is charged has a category here.
  private static String cost(JsonNode pricing) {
    String type = Json.text(pricing, "type");
    boolean charged =
        type.isEmpty() ? pricing.path("billable").booleanValue() : type.equals("regular");
    return charged ? Json.text(40, pricing, "category") : "";
  }

  private String error(Stage stage, JsonNode status) {
    if (stage != Stage.FAILED) return "";
    String code = Json.text(status.path("errors").path(0), "code");
    return meanings.of(code.matches("\\d{1,8}") ? Integer.parseInt(code) : -1, 400).why();
  }

  private static long ours(JsonNode status) {
    String ours = Json.text(status, "biz_opaque_callback_data");
    return ours.matches("\\d{1,18}") ? Long.parseLong(ours) : 0;
  }
}
