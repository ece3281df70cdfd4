package shopcrew.roles.breach;

import shopcrew.db.Database;

/// A role that holds the database itself.
public record Digs(Database database) {}
