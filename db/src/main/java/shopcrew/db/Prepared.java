package shopcrew.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// The statements of one connection: each is prepared once and used again.
final class Prepared extends DefaultStatementBuilder {
  private static final int MOST = 500;

  private final Map<String, PreparedStatement> idle = new HashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement found = idle.remove(sql);
    return found != null ? found : super.create(connection, sql, context);
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (statement instanceof PreparedStatement prepared && idle.size() < MOST) {
      prepared.clearParameters();
      PreparedStatement other = idle.put(sql, prepared);
      if (other != null) super.close(connection, sql, other);
    } else {
      super.close(connection, sql, statement);
    }
  }

  @Override
  public void close(Connection connection) {
    for (PreparedStatement statement : idle.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        // The connection is closed next, and takes its statements with it.
      }
    }
    idle.clear();
  }
}
