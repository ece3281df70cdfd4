package shopcrew.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// The statements of one connection: each is prepared once and used again.
final class Prepared extends DefaultStatementBuilder {
  private static final int MOST = 500;

  private final Map<String, PreparedStatement> idle = new HashMap<>();
  private final Map<Statement, String> busy = new IdentityHashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement found = idle.remove(sql);
    PreparedStatement statement = found != null ? found : super.create(connection, sql, context);
    busy.put(statement, sql);
    return statement;
  }

  /// @param written as it was before the names of its parameters were replaced
  @Override
  public void close(Connection connection, String written, Statement statement)
      throws SQLException {
    String sql = busy.remove(statement);
    if (sql == null || idle.size() >= MOST || idle.containsKey(sql)) {
      super.close(connection, written, statement);
    } else {
      var prepared = (PreparedStatement) statement;
      prepared.clearParameters();
      idle.put(sql, prepared);
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
