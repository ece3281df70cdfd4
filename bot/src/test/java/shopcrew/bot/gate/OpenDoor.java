package shopcrew.bot.gate;

/// A second way into the gate.
public class OpenDoor {}
