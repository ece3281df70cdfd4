package shopcrew.bot.gate;

/// The end of our process, thrown through everything: no open transaction is committed.
final class SimDeath extends Error {
  SimDeath(String where) {
    super(where);
  }
}
