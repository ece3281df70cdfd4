package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Who a message is from, or to. Newer webhooks tell a user's id and perhaps no number, older ones
/// only the number.
///
/// @param address the user's id if it is told, else the number
record Sender(String address, @Nullable String phone, String name) {
  private static final int LONGEST_NAME = 200;

  /// Null: it does not say who.
  ///
  /// @param one the message
  /// @param number the field in it that holds the number
  /// @param user the field in it that holds the user's id
  static @Nullable Sender of(JsonNode value, JsonNode one, String number, String user) {
    String phone = Json.id(one, number);
    String id = Json.id(one, user);
    JsonNode contact = contact(value.path("contacts"), phone, id);
    if (phone.isEmpty()) phone = Json.id(contact, "wa_id");
    if (id.isEmpty()) id = Json.id(contact, "user_id");
    String address = Addresses.isUserId(id) ? id : phone;
    if (!Addresses.is(address)) return null;
    return new Sender(
        address,
        Addresses.isPhone(phone) ? phone : null,
        Json.text(LONGEST_NAME, contact, "profile", "name"));
  }

  private static JsonNode contact(JsonNode contacts, String phone, String id) {
    for (JsonNode contact : contacts) {
      String its = Json.id(contact, "user_id");
      if (!id.isEmpty() && id.equals(its)) return contact;
      if (!phone.isEmpty() && phone.equals(Json.id(contact, "wa_id"))) return contact;
    }
    boolean only = contacts.size() == 1 && phone.isEmpty() && id.isEmpty();
    return only ? contacts.path(0) : contacts.path(-1);
  }
}
