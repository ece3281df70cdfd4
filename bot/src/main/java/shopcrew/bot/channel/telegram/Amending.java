package shopcrew.bot.channel.telegram;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import shopcrew.bot.channel.Reply;

/// Puts something else in the place of a message of ours: without its choices, with its link.
record Amending(TelegramClient client, TelegramForm form) {
  private static final Logger LOG = LoggerFactory.getLogger(Amending.class);

  boolean amend(String chat, String id, Reply reply) {
    if (!id.matches("\\d{1,10}") || Long.parseLong(id) > Integer.MAX_VALUE) return false;
    var bare = new Reply(reply.kind(), reply.text(), java.util.List.of(), reply.link(), null);
    InlineKeyboardMarkup link = Posting.markup(Keyboard.of(bare).rows());
    String words = text(chat, Integer.parseInt(id), bare, link);
    if (words != null && Failure.says(words, "no text in the message")) {
      words = caption(chat, Integer.parseInt(id), bare, link);
    }
    return words == null || Failure.says(words, "message is not modified");
  }

  private @Nullable String text(
      String chat, int id, Reply reply, @Nullable InlineKeyboardMarkup link) {
    var edit =
        EditMessageText.builder()
            .chatId(chat)
            .messageId(id)
            .text(form.instead(reply, TelegramForm.MOST_TEXT))
            .linkPreviewOptions(Posting.NO_PREVIEW)
            .replyMarkup(link)
            .build();
    return refusal(() -> client.execute(edit));
  }

  private @Nullable String caption(
      String chat, int id, Reply reply, @Nullable InlineKeyboardMarkup link) {
    var edit =
        EditMessageCaption.builder()
            .chatId(chat)
            .messageId(id)
            .caption(form.instead(reply, TelegramForm.MOST_CAPTION))
            .replyMarkup(link)
            .build();
    return refusal(() -> client.execute(edit));
  }

  @FunctionalInterface
  private interface Edit {
    Object run() throws TelegramApiException;
  }

  /// Null if it was done, else why not, in Telegram's words.
  private static @Nullable String refusal(Edit edit) {
    try {
      edit.run();
      return null;
    } catch (TelegramApiException | RuntimeException e) {
      return switch (Failure.of(e)) {
        case Failure.Refused(String why, String words) -> {
          LOG.info("Telegram did not change a message ({}): {}", why, words);
          yield words;
        }
        case Failure.TooFast _, Failure.NotNow _, Failure.MayHave _, Failure.Locked _ -> "not now";
      };
    }
  }
}
