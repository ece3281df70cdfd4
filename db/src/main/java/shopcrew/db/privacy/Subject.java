package shopcrew.db.privacy;

import java.util.List;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/// Everything by which one customer is known here.
///
/// @param customer the id in the address book, or empty for somebody who only wrote
/// @param traces name, phone, mail and address as they stand anywhere, to be found in other texts
record Subject(
    String shop,
    String customer,
    List<String> conversations,
    List<String> leads,
    List<String> orders,
    List<String> traces) {
  /// Puts what a [Holding] asks for into a statement.
  <S extends SqlStatement<S>> S bound(S statement) {
    statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    return statement
        .bind("shop", shop)
        .bind("customer", customer)
        .bindList(EmptyHandling.NULL_KEYWORD, "conversations", conversations)
        .bindList(EmptyHandling.NULL_KEYWORD, "leads", leads);
  }
}
