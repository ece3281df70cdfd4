package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One thing that happens in the simulated shop. The numbers are read modulo what is there, so that
/// any part of a list of events can be played again.
record SimEvent(Kind kind, int a, int b, int c) {
  enum Kind {
    /// Somebody, or the assistant in their name, asks for a spend: who, what shape, how much.
    PROPOSE,
    /// A call of the assistant arrives once more.
    REPEAT,
    /// A person does the next honest step of the newest card.
    STEP,
    /// A person taps any button on their own phone: how old, which one, how quickly.
    TAP,
    /// A button in other hands, or in another conversation.
    FORWARD,
    /// A button that nobody made, or one with a character changed.
    FORGE,
    /// The last tap arrives once more.
    AGAIN,
    /// A tap that is on its way for a while.
    LATER,
    /// One of those arrives, perhaps not for the last time.
    ARRIVE,
    TYPE,
    NO,
    STOP,
    RESUME,
    TICK,
    PIN,
    /// The pages of settings: who, which button, what is typed.
    SETTING,
    /// A mandate is taken back, or somebody says what became of an unknown spend.
    STAND,
    WITHDRAW,
    WAIT,
    HOURS,
    /// The wall clock is set, back or forward.
    BACK,
    SWEEP,
    /// The next call of the platform fails: which call, how.
    FAULT,
    /// The platform is gone, or there again.
    LINE,
    /// What was on its way to the platform arrives.
    LATE,
    OVERBILL,
    /// Somebody changes the price or the stock of the article.
    STORE,
    REDEEM,
    /// The process dies at one of the next places.
    CRASH
  }

  @Override
  public String toString() {
    return kind + " " + a + " " + b + " " + c;
  }

  static SimEvent parse(String line) {
    String[] parts = line.strip().split("\\s+");
    return new SimEvent(
        Kind.valueOf(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  static List<SimEvent> parseAll(String text) {
    var events = new ArrayList<SimEvent>();
    for (String line : text.split("[;\n]")) if (!line.isBlank()) events.add(parse(line));
    return events;
  }

  static String write(List<SimEvent> events) {
    return events.stream().map(SimEvent::toString).collect(Collectors.joining("; "));
  }
}
