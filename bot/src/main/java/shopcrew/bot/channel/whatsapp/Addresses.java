package shopcrew.bot.channel.whatsapp;

import java.util.regex.Pattern;

/// How a person is reached: by the id that WhatsApp gives each business for a user, or by a phone
/// number.
final class Addresses {
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9.]{1,128}");
  private static final Pattern PHONE = Pattern.compile("\\d{1,20}");

  private Addresses() {}

  static boolean isUserId(String address) {
    return USER_ID.matcher(address).matches();
  }

  static boolean isPhone(String address) {
    return PHONE.matcher(address).matches();
  }

  static boolean is(String address) {
    return isUserId(address) || isPhone(address);
  }
}
