package shopcrew.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exactly what a model is shown, to be read by people: `src/test/resources/golden`. With
/// `-Dgolden=write` the files are written anew.
class WhatAModelReadsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Known KNOWN =
      new Known(
          "language: zh\norder SO1, 2026-03-01, shipped", "asked for a lamp", List.of("不要用感叹号"));

  @TempDir Path folder;

  private static Turn turn(Speaker by, String said) {
    return new Turn(
        "small",
        "here",
        by,
        said,
        "zh",
        Instant.parse("2026-02-28T04:00:00Z"),
        ZoneId.of("Asia/Shanghai"),
        List.of(new Turn.Said(false, "有灯吗"), new Turn.Said(true, "有两款台灯。")),
        List.of(),
        null,
        KNOWN);
  }

  /// Writes down what it reads, and says what the house would say.
  private record Reader(ChatModel house, String task, List<String> read) implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      var text = new StringBuilder();
      for (ChatMessage message : request.messages()) {
        text.append(
            switch (message) {
              case SystemMessage system -> "=== system\n" + system.text();
              case UserMessage user -> "=== user\n" + user.singleText();
              case AiMessage said -> "=== said\n" + said.text();
              default -> throw new IllegalStateException("a " + message.type());
            });
        text.append('\n');
      }
      for (var tool : request.toolSpecifications()) {
        text.append("=== tool ").append(tool.name());
        if (tool.parameters() != null)
          text.append(' ').append(tool.parameters().properties().keySet());
        if (tool.description() != null) text.append("\n").append(tool.description());
        text.append('\n');
      }
      read.add(task + "\n" + text);
      if (task.equals("write")) {
        return ChatResponse.builder().aiMessage(AiMessage.from("73591")).build();
      }
      return house.chat(request);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "customer, 我想问下你们那个大的",
    "customer_answered, 护眼台灯多少钱",
    "product, 商品专员，帮我看看",
    "manager, 那些瓶瓶罐罐咋样了",
    "campaigns, 活动专员，你觉得呢",
    "promotion, 推广专员，你觉得呢",
    "desk, 客服专员，你觉得呢"
  })
  void it_is_what_stands_in_the_file(String name, String said) throws IOException {
    var read = new ArrayList<String>();
    Speaker by =
        name.startsWith("customer") ? new Speaker.Customer(null) : new Speaker.Owner("mei", "梅姐");
    try (var shop = new SmallShop(folder)) {
      Minds minds =
          (_, task, house) -> new Reader(house, task.name().toLowerCase(Locale.ROOT), read);
      Crew.of(shop.store, minds).answer(turn(by, said));
    }
    String all = String.join("\n", read);
    Path file = GOLDEN.resolve(name + ".txt");
    if ("write".equals(System.getProperty("golden"))) Files.writeString(file, all);
    assertTrue(Files.exists(file), "run once with -Dgolden=write and read " + file);
    assertEquals(Files.readString(file, StandardCharsets.UTF_8), all);
  }
}
