/// The five workers. A role hears a [Turn] and gives an [Outcome]; it sees the store's role-safe
/// tables and its prompts, never the network, the database itself or the gate.
///
/// One role is: tools (`XTools`: `@Tool` methods over the tables), a prompt folder (`system.md`,
/// `phrases.yaml`, `words.*.yaml`), a line in [RoleName] and a line in [Team].
@NullMarked
package shopcrew.roles;

import org.jspecify.annotations.NullMarked;
