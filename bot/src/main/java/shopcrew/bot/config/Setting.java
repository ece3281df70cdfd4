package shopcrew.bot.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Every setting there is, by its key in the file.
public enum Setting {
  LANGUAGE("language"),
  SHOP("shop"),
  PORT("port"),
  HOST("host"),
  PUBLIC_URL("public_url"),
  MODEL_PROVIDER("model.provider"),
  MODEL_URL("model.url"),
  MODEL_KEY("model.key"),
  MODEL_NAME("model.name"),
  MODEL_PRICE("model.price"),
  MODEL_TIMEOUT("model.timeout_seconds"),
  MODEL_STREAMS("model.streams"),
  MODEL_HEARS("model.hears"),
  MODEL_SEES("model.sees"),
  SECOND_MODEL_PROVIDER("second_model.provider"),
  SECOND_MODEL_URL("second_model.url"),
  SECOND_MODEL_KEY("second_model.key"),
  SECOND_MODEL_NAME("second_model.name"),
  SECOND_MODEL_PRICE("second_model.price"),
  SECOND_MODEL_TIMEOUT("second_model.timeout_seconds"),
  SECOND_MODEL_STREAMS("second_model.streams"),
  SECOND_MODEL_HEARS("second_model.hears"),
  SECOND_MODEL_SEES("second_model.sees"),
  THIRD_MODEL_PROVIDER("third_model.provider"),
  THIRD_MODEL_URL("third_model.url"),
  THIRD_MODEL_KEY("third_model.key"),
  THIRD_MODEL_NAME("third_model.name"),
  THIRD_MODEL_PRICE("third_model.price"),
  THIRD_MODEL_TIMEOUT("third_model.timeout_seconds"),
  THIRD_MODEL_STREAMS("third_model.streams"),
  THIRD_MODEL_HEARS("third_model.hears"),
  THIRD_MODEL_SEES("third_model.sees"),
  TEAM_CHOOSE("team.choose"),
  TEAM_WRITE("team.write"),
  TEAM_MANAGER("team.manager"),
  TEAM_PRODUCT("team.product"),
  TEAM_SERVICE("team.service"),
  TEAM_PROMOTION("team.promotion"),
  TEAM_CAMPAIGN("team.campaign"),
  TELEGRAM_TOKEN("telegram.token"),
  TELEGRAM_MODE("telegram.mode"),
  TELEGRAM_WEBHOOK_SECRET("telegram.webhook_secret"),
  TELEGRAM_API_URL("telegram.api_url"),
  TELEGRAM_PER_CHAT("telegram.rates.per_chat_per_second"),
  TELEGRAM_PER_GROUP("telegram.rates.per_group_per_minute"),
  TELEGRAM_OVERALL("telegram.rates.overall_per_second"),
  WHATSAPP_PHONE_NUMBER_ID("whatsapp.phone_number_id"),
  WHATSAPP_ACCESS_TOKEN("whatsapp.access_token"),
  WHATSAPP_APP_SECRET("whatsapp.app_secret"),
  WHATSAPP_VERIFY_TOKEN("whatsapp.verify_token"),
  WHATSAPP_API_URL("whatsapp.api_url"),
  WHATSAPP_API_VERSION("whatsapp.api_version"),
  WHATSAPP_SHARED("whatsapp.shared_with_app"),
  WHATSAPP_PER_NUMBER("whatsapp.rates.per_number_per_second"),
  WHATSAPP_PAIR_BURST("whatsapp.rates.pair_burst"),
  WHATSAPP_PAIR_EVERY("whatsapp.rates.pair_every_seconds"),
  WHATSAPP_FREE("whatsapp.free_messages"),
  WHATSAPP_EURO("whatsapp.euro"),
  CONVERSATION_BURST("conversation.burst_millis"),
  CONVERSATION_HAND_BACK("conversation.hand_back_minutes"),
  PRIVACY_MESSAGES("privacy.keep_messages_days"),
  PRIVACY_MEDIA("privacy.keep_media_days"),
  BACKUP_PASSWORD("backup.password");

  private static final Set<Setting> SECRETS =
      EnumSet.of(
          MODEL_KEY,
          SECOND_MODEL_KEY,
          THIRD_MODEL_KEY,
          TELEGRAM_TOKEN,
          TELEGRAM_WEBHOOK_SECRET,
          WHATSAPP_ACCESS_TOKEN,
          WHATSAPP_APP_SECRET,
          WHATSAPP_VERIFY_TOKEN,
          BACKUP_PASSWORD);

  private final String key;

  Setting(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  /// The environment's name for it: `telegram.token` is SHOPCREW_TELEGRAM_TOKEN.
  public String variable() {
    return "SHOPCREW_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /// Whoever has it can act as the shop, so nobody else may read it.
  public boolean secret() {
    return SECRETS.contains(this);
  }

  /// Which models write for a role.
  public static Setting team(String role) {
    return of("team." + role).orElseThrow();
  }

  static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }

  static Optional<Setting> ofVariable(String name) {
    return Arrays.stream(values()).filter(one -> one.variable().equals(name)).findFirst();
  }
}
