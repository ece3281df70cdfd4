package shopcrew.bot.gate;

import dev.langchain4j.model.chat.ChatModel;

/// A gate that asks a model.
public record Persuaded(ChatModel model) {}
