package shopcrew.bot.channel;

import shopcrew.bot.gate.Gate;

/// A channel that holds the gate.
public record Spends(Gate gate) {}
