package shopcrew.roles;

import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.memory.ChatMemoryAccess;

/// What langchain4j makes of a role: one message in, an answer and the tools' results out.
interface Agent extends ChatMemoryAccess {
  Result<String> answer(@MemoryId Turn turn, @UserMessage String text, InvocationParameters turns);
}
